import type { FileBytes } from '../../../api/ApiClient';

/** A file the person chose, on either platform. */
export interface ChosenFile {
  name: string;
  byteSize: number;
  read(): Promise<FileBytes>;
}

export const fromBrowser = (file: File): ChosenFile => ({ name: file.name, byteSize: file.size, read: () => Promise.resolve(file) });
