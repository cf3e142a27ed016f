#include "kit/sheet/tests/books.hpp"

#include <unistd.h>
#include <zip.h>

#include <atomic>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "kit/sheet/address.hpp"

namespace nangluc::sheet {

Folder::Folder() {
    static std::atomic<int> count = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("nangluc-sheet-" + std::to_string(getpid()) + '-' + std::to_string(count++));
    std::filesystem::create_directories(path_);
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

void write_file(const std::string& path, std::string_view bytes) {
    std::ofstream(path, std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write_zip(const std::string& path, const Parts& parts) {
    zip_t* zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    for (const auto& [name, bytes] : parts) {
        auto* source = zip_source_buffer(zip, bytes.data(), bytes.size(), 0);
        zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    }
    if (zip_close(zip) != 0) throw std::runtime_error("cannot write the archive of a test");
}

void put_file(const std::string& path, const std::string& name, const std::string& source) {
    zip_t* zip = zip_open(path.c_str(), 0, nullptr);
    zip_file_add(zip, name.c_str(), zip_source_file(zip, source.c_str(), 0, -1), ZIP_FL_OVERWRITE);
    if (zip_close(zip) != 0) throw std::runtime_error("cannot write the archive of a test");
}

Parts read_zip(const std::string& path) {
    Parts parts;
    zip_t* zip = zip_open(path.c_str(), ZIP_RDONLY, nullptr);
    if (!zip) throw std::runtime_error("cannot read the archive of a test");
    for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); ++i) {
        const auto at = static_cast<zip_uint64_t>(i);
        auto& bytes = parts[zip_get_name(zip, at, 0)];
        zip_file_t* file = zip_fopen_index(zip, at, 0);
        char buffer[4096];
        for (auto n = zip_fread(file, buffer, sizeof buffer); n > 0;
             n = zip_fread(file, buffer, sizeof buffer)) {
            bytes.append(buffer, static_cast<std::size_t>(n));
        }
        zip_fclose(file);
    }
    zip_discard(zip);
    return parts;
}

Parts book_of(const std::string& rows, const std::vector<std::string>& formats) {
    const std::string main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const std::string office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string links =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    std::string codes;
    std::string styles;
    int id = 164;
    for (const auto& format : formats) {
        codes += "<numFmt numFmtId=\"" + std::to_string(id) + "\" formatCode=\"" + format + "\"/>";
        styles += "<xf numFmtId=\"" + std::to_string(id++) + "\" fontId=\"0\" fillId=\"0\"/>";
    }
    return {
        {"_rels/.rels",
         links + "<Relationship Id=\"rId1\" Type=\"" + office +
             "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
        {"[Content_Types].xml",
         "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
         "<Default Extension=\"rels\" "
         "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
         "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
         "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/"
         "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
         "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/"
         "vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
         "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/"
         "vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>"},
        {"xl/workbook.xml",
         "<workbook " + main + " xmlns:r=\"" + office +
             "\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         links + "<Relationship Id=\"rId1\" Type=\"" + office +
             "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" +
             office + "/styles\" Target=\"styles.xml\"/></Relationships>"},
        {"xl/worksheets/sheet1.xml",
         "<worksheet " + main + "><sheetData>" + rows + "</sheetData></worksheet>"},
        {"xl/styles.xml",
         "<styleSheet " + main + "><numFmts count=\"" + std::to_string(formats.size()) + "\">" +
             codes +
             "</numFmts><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills>"
             "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>" +
             styles + "</cellXfs></styleSheet>"},
    };
}

Parts book_with_strings(const std::string& rows, const std::vector<std::string>& strings) {
    auto parts = book_of(rows);
    auto& links = parts["xl/_rels/workbook.xml.rels"];
    const std::string end = "</Relationships>";
    links.replace(
        links.find(end),
        end.size(),
        "<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
        "relationships/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>" +
            end
    );
    std::string items;
    for (const auto& one : strings) items += "<si>" + one + "</si>";
    parts["xl/sharedStrings.xml"] =
        "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + items +
        "</sst>";
    return parts;
}

std::string SeenRow::text() const {
    std::string all;
    for (const auto& cell : cells) {
        if (!all.empty()) all += ' ';
        all += column_letters(cell.column) + ':' + cell.text;
    }
    return all;
}

std::string Seen::text() const {
    std::string all;
    for (const auto& row : rows) all += std::to_string(row.number) + ": " + row.text() + '\n';
    return all;
}

SeenCell Seen::first() const {
    return rows.empty() || rows[0].cells.empty() ? SeenCell{} : rows[0].cells[0];
}

static void note_refusal(Seen& seen, const Error& error) {
    seen.refused = error.code;
    if (!error.faults.empty()) seen.place = error.faults[0].path + ' ' + error.faults[0].code;
}

Seen read_file_seen(const std::string& path, const Limits& limits, std::size_t sheet) {
    Seen seen;
    auto reader = open(path, limits);
    if (!reader) {
        note_refusal(seen, reader.error());
        return seen;
    }
    auto summary = reader.value()->read(sheet, [&](const Row& row) {
        auto& kept = seen.rows.emplace_back(SeenRow{row.number, row.line, row.hidden, {}});
        for (const auto& cell : row.cells) {
            kept.cells.push_back(
                {cell.column,
                 cell.kind,
                 std::string(cell.text),
                 cell.number,
                 cell.date,
                 cell.second,
                 cell.from_formula,
                 cell.whole_number().value_or("")}
            );
        }
        return Next::more;
    });
    if (!summary) {
        note_refusal(seen, summary.error());
        return seen;
    }
    seen.summary = summary.value();
    return seen;
}

Seen read_parts(const Parts& parts, const Limits& limits, std::size_t sheet) {
    const Folder folder;
    write_zip(folder / "book", parts);
    return read_file_seen(folder / "book", limits, sheet);
}

Seen read_bytes(std::string_view bytes, const Limits& limits) {
    const Folder folder;
    write_file(folder / "file", bytes);
    return read_file_seen(folder / "file", limits);
}

}  // namespace nangluc::sheet
