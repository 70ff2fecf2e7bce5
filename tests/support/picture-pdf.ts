/** Where the picture of {@link makePicturePdf} is: points from the upper left corner of a page of 612 by 792. */
export const PICTURE = { left: 200, top: 192, width: 200, height: 200 } as const;

/** A whole PDF 1.4 of one page with a line of text and a square picture, all of it pure red. */
export function makePicturePdf(): Buffer {
  const { left, top, width, height } = PICTURE;
  const bottom = 792 - top - height;
  const content = `BT /F1 18 Tf 72 720 Td (A red picture) Tj ET q ${width} 0 0 ${height} ${left} ${bottom} cm /Im1 Do Q`;
  const pixels = 'ff0000'.repeat(16);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /Im1 6 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Type /XObject /Subtype /Image /Width 4 /Height 4 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /ASCIIHexDecode /Length ${pixels.length + 1} >>\nstream\n${pixels}>\nendstream`,
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  );
}
