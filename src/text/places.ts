interface Place {
  name: string;
  address: string;
  /** GCJ-02; null when it is not known. */
  location: { latitude: number; longitude: number } | null;
}

/** A page of a map for the place, for browsers. The map takes GCJ-02, so the point needs no conversion. */
export const mapAddress = ({ name, address, location }: Place): string =>
  location === null
    ? `https://uri.amap.com/search?keyword=${encodeURIComponent(`${name} ${address}`.trim())}`
    : `https://uri.amap.com/marker?position=${location.longitude},${location.latitude}&name=${encodeURIComponent(name)}&coordinate=gaode&callnative=1`;

/** The numbers in a line that a department wrote: there may be several, or none. Hours in it, 8:30-17:30, are not numbers to call. */
export const phoneNumbers = (text: string): string[] => (text.match(/\+?\d[\d-]{3,30}\d/g) ?? []).filter((number) => number.replace(/\D/g, '').length >= 5);
