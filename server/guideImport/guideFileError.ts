/** The file as a whole cannot be imported; the message says why and what to do, in Chinese, for whoever runs the import. */
export class GuideFileError extends Error {
  override name = 'GuideFileError';
}

/** No row looks like a header; a workbook may have it on another sheet. */
export class HeaderNotFoundError extends GuideFileError {
  override name = 'HeaderNotFoundError';
}
