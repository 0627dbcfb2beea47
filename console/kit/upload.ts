/** Sends a file as it is; unlike `fetch`, this request says how far it has come. */
import { faultIn, unreachable } from './api.ts';

export interface UploadNeeds {
  readonly path: string;
  readonly file: Blob;
  /** Hears the share that has left, from 0 to 1. */
  readonly hear: (share: number) => void;
  readonly signal: AbortSignal;
}

/** `Answer` is the contract's type for the path. Rejects with an ApiFault, also when it is cancelled. */
export const upload = <Answer>({ path, file, hear, signal }: UploadNeeds): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => hear(total === 0 ? 1 : loaded / total);
    request.onload = () => {
      if (request.status >= 300) reject(faultIn(request.status, request.responseText));
      else resolve(JSON.parse(request.responseText));
    };
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(unreachable());
    signal.addEventListener('abort', () => request.abort());
    if (signal.aborted) reject(unreachable());
    else request.send(file);
  });
