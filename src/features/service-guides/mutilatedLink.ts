import { ApiError, toApiError } from '../../api/ApiError';

/** A mutilated link asks for a guide that cannot exist: for whoever opened it that is the same as one that does not. */
export const asNotFound = (thrown: unknown): ApiError => {
  const error = toApiError(thrown);
  return error.code === 'request_invalid' ? new ApiError({ code: 'guide_not_found', message: error.message, requestId: error.requestId }) : error;
};
