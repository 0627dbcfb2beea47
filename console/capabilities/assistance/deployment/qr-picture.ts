/** The text of a QR code in a picture that the phone took. */
import decodeQR from 'qr/decode.js';

/** Larger pictures are drawn smaller: the reader needs no more. */
const widest = 1_600;
const withinMs = 1_500;

/** Null where there is no code that can be read. */
export const readPicture = async (file: Blob): Promise<string | null> => {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, widest / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  try {
    return decodeQR({ data, width, height }, { timeLimit: withinMs });
  } catch {
    return null;
  }
};
