// Fills in a workbook as a person would in Excel: rows of texts and numbers behind those that are
// there. What the workbook is besides stays as the server made it.
import { crc32, inflateRawSync } from "node:zlib";

// Of a .zip archive: the parts by name, in their order.
export function partsOf(archive) {
  const parts = new Map();
  const end = archive.lastIndexOf("PK\x05\x06", undefined, "latin1");
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const method = archive.readUInt16LE(at + 10);
    const packed = archive.readUInt32LE(at + 20);
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString("utf8", at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const from =
      local +
      30 +
      archive.readUInt16LE(local + 26) +
      archive.readUInt16LE(local + 28);
    const bytes = archive.subarray(from, from + packed);
    parts.set(name, method === 8 ? inflateRawSync(bytes) : bytes);
    at +=
      46 +
      nameLength +
      archive.readUInt16LE(at + 30) +
      archive.readUInt16LE(at + 32);
  }
  return parts;
}

// The parts as they are, without compression.
export function archiveOf(parts) {
  const bodies = [];
  const directory = [];
  let offset = 0;
  for (const [name, bytes] of parts) {
    const title = Buffer.from(name);
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(20, 6);
    head.writeUInt16LE(0x0800, 8);
    head.writeUInt32LE(crc32(bytes), 16);
    head.writeUInt32LE(bytes.length, 20);
    head.writeUInt32LE(bytes.length, 24);
    head.writeUInt16LE(title.length, 28);
    head.writeUInt32LE(offset, 42);
    directory.push(head, title);
    // The local header is the middle of the directory's, behind another sign.
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    head.copy(local, 4, 6, 32);
    bodies.push(local, title, bytes);
    offset += 30 + title.length + bytes.length;
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

const escaped = (text) =>
  text.replace(
    /[&<>]/gu,
    (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign],
  );

function cellOf(value, reference) {
  if (value === "") return "";
  if (typeof value === "number") {
    return `<c r="${reference}"><v>${value}</v></c>`;
  }
  return `<c r="${reference}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
}

// Rows of the first sheet in place of all from `first` on.
export function filledIn(workbook, first, rows) {
  const parts = partsOf(workbook);
  const name = "xl/worksheets/sheet1.xml";
  const sheet = parts.get(name).toString("utf8");
  const written = rows.map((cells, index) => {
    const row = first + index;
    const inside = cells.map((value, column) =>
      cellOf(value, `${String.fromCharCode(65 + column)}${row}`),
    );
    return `<row r="${row}">${inside.join("")}</row>`;
  });
  const kept = sheet.replace(/<row r="(\d+)".*?<\/row>/gsu, (row, number) =>
    Number(number) < first ? row : "",
  );
  parts.set(
    name,
    Buffer.from(
      kept.replace("</sheetData>", `${written.join("")}</sheetData>`),
    ),
  );
  return archiveOf(parts);
}
