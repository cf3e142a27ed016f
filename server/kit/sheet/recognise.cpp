#include <algorithm>
#include <fstream>

#include "kit/sheet/formats.hpp"

namespace nangluc::sheet {

namespace {

constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
// Pages, pictures and markup that are met under a spreadsheet's name.
constexpr std::string_view something_else[] = {
    "%PDF",
    "\x89PNG",
    "\xFF\xD8\xFF",
    "GIF8",
    "{\\rtf",
    "Rar!",
    "7z\xBC\xAF",
    "\x1F\x8B",
};
constexpr std::string_view markup[] = {"<?xml", "<html", "<!doc", "<table", "<meta"};
constexpr std::string_view oldest_excel[] = {"\x09\x08", "\x09\x04", "\x09\x02"};

std::string as_utf16(std::string_view ascii) {
    std::string wide;
    for (const char c : ascii) {
        wide += c;
        wide += '\0';
    }
    return wide;
}

// An encrypted workbook and an old .xls lie in the same kind of container; the names of its
// streams tell them apart.
Error compound_error(std::ifstream& file) {
    const auto encrypted = as_utf16("EncryptedPackage");
    std::string window;
    std::string piece(65'536, '\0');
    file.clear();
    file.seekg(0);
    while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())), file.gcount() > 0) {
        window.append(piece, 0, static_cast<std::size_t>(file.gcount()));
        if (window.find(encrypted) != std::string::npos) return invalid("sheet.encrypted");
        window.erase(0, window.size() - std::min(window.size(), encrypted.size()));
    }
    return invalid("sheet.old_format");
}

template <std::size_t N>
bool starts_with_one(std::string_view text, const std::string_view (&starts)[N]) {
    return std::any_of(std::begin(starts), std::end(starts), [&](std::string_view start) {
        return text.starts_with(start);
    });
}

bool is_markup(std::string_view head) {
    const auto first = head.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return false;
    std::string start(head.substr(first, 8));
    std::transform(start.begin(), start.end(), start.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    });
    return starts_with_one(start, markup);
}

}  // namespace

Result<Content> recognise(const std::string& path, const Limits& limits) {
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file) return not_found("file");
    const std::int64_t size = file.tellg();
    if (size == 0) return invalid("sheet.empty");
    if (size > limits.file_bytes) return too_large("sheet.too_large");

    std::string bytes(1'024, '\0');
    file.seekg(0);
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    std::string_view head = bytes;

    if (head.starts_with("PK\x03\x04")) return Content::xlsx;
    if (head.starts_with("PK\x05\x06")) return invalid("sheet.empty");
    if (head.starts_with(compound_file)) return compound_error(file);
    if (starts_with_one(head, oldest_excel)) return invalid("sheet.old_format");
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    if (starts_with_one(head, something_else) || is_markup(head)) {
        return invalid("sheet.unknown_format");
    }
    return Content::csv;
}

}  // namespace nangluc::sheet
