/** A parameter of a page as text. WeChat hands it on as it was written, the browser decodes it: a lone % is then no fault. */
export const pageParameter = (value: string | undefined): string => {
  if (value === undefined) return '';
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};
