#include "kit/sheet/csv_text.hpp"

#include <optional>
#include <utility>

namespace nangluc::sheet {

namespace {

// How many bytes the letter has that this byte begins; 0 if it begins none.
std::size_t length_of_letter(unsigned char first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first < 0xE0) return 2;
    if (first >= 0xE0 && first < 0xF0) return 3;
    if (first >= 0xF0 && first < 0xF5) return 4;
    return 0;
}

bool is_letter(std::string_view bytes) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    for (std::size_t i = 1; i < bytes.size(); ++i) {
        if ((at(i) & 0xC0) != 0x80) return false;
    }
    if (bytes.size() < 3) return true;
    const unsigned char first = at(0);
    const unsigned char second = at(1);
    const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool surrogate = first == 0xED && second >= 0xA0;
    const bool beyond = first == 0xF4 && second >= 0x90;
    return !overlong && !surrogate && !beyond;
}

std::string utf8_of(unsigned letter) {
    std::string out;
    const auto tail = [&](int shift) { out += static_cast<char>(0x80 | (letter >> shift & 0x3F)); };
    if (letter < 0x80) return std::string(1, static_cast<char>(letter));
    if (letter < 0x800) {
        out += static_cast<char>(0xC0 | letter >> 6);
    } else if (letter < 0x10000) {
        out += static_cast<char>(0xE0 | letter >> 12);
        tail(6);
    } else {
        out += static_cast<char>(0xF0 | letter >> 18);
        tail(12);
        tail(6);
    }
    tail(0);
    return out;
}

}  // namespace

CsvText::CsvText(const std::string& path, const CsvShape& shape)
    : file_(path, std::ios::binary), shape_(shape) {
    if (shape.has_mark) file_.seekg(shape.encoding == CsvShape::Encoding::utf8 ? 3 : 2);
}

Result<std::string_view> CsvText::next() {
    text_.clear();
    while (text_.empty() && file_) {
        file_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
        pending_.append(buffer_.data(), static_cast<std::size_t>(file_.gcount()));
        const auto bytes = std::exchange(pending_, {});
        TRY(decode(bytes, !file_));
    }
    return std::string_view(text_);
}

Result<> CsvText::decode(std::string_view bytes, bool last) {
    if (shape_.encoding == CsvShape::Encoding::utf8) return take_utf8(bytes, last);
    return take_utf16(bytes, last);
}

Result<> CsvText::take_utf8(std::string_view bytes, bool last) {
    for (std::size_t at = 0; at < bytes.size();) {
        const auto length = length_of_letter(static_cast<unsigned char>(bytes[at]));
        if (length == 0) return not_text("sheet.encoding");
        if (at + length > bytes.size() && !last) {
            pending_ = bytes.substr(at);
            return {};
        }
        const auto letter = bytes.substr(at, length);
        if (letter.size() < length || !is_letter(letter)) return not_text("sheet.encoding");
        TRY(add_letter(letter));
        at += length;
    }
    return {};
}

static unsigned unit_in(std::string_view bytes, bool little) {
    const unsigned first = static_cast<unsigned char>(bytes[0]);
    const unsigned second = static_cast<unsigned char>(bytes[1]);
    return little ? second << 8 | first : first << 8 | second;
}

static bool begins_pair(unsigned unit) {
    return unit >= 0xD800 && unit < 0xDC00;
}

static bool ends_pair(unsigned unit) {
    return unit >= 0xDC00 && unit < 0xE000;
}

// Of two bytes, or of four where the first unit begins a pair; nothing where half of a pair stands
// alone.
static std::optional<unsigned> letter_in(std::string_view bytes, bool little) {
    const auto unit = unit_in(bytes, little);
    if (!begins_pair(unit)) return ends_pair(unit) ? std::nullopt : std::optional(unit);
    const auto low = unit_in(bytes.substr(2), little);
    if (!ends_pair(low)) return std::nullopt;
    return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
}

Result<> CsvText::take_utf16(std::string_view bytes, bool last) {
    const bool little = shape_.encoding == CsvShape::Encoding::utf16_le;
    while (!bytes.empty()) {
        const bool is_pair = bytes.size() >= 2 && begins_pair(unit_in(bytes, little));
        const std::size_t length = is_pair ? 4 : 2;
        if (bytes.size() < length) {
            if (last) return not_text("sheet.encoding");
            pending_ = bytes;
            return {};
        }
        const auto letter = letter_in(bytes.substr(0, length), little);
        if (!letter) return not_text("sheet.encoding");
        TRY(add_letter(utf8_of(*letter)));
        bytes.remove_prefix(length);
    }
    return {};
}

Result<> CsvText::add_letter(std::string_view letter) {
    const char first = letter.front();
    const bool control = static_cast<unsigned char>(first) < 0x20;
    if (control && first != '\t' && first != '\r' && first != '\n' && first != '\f') {
        return not_text(first == '\0' ? "sheet.encoding" : "sheet.unknown_format");
    }
    text_ += letter;
    ++column_;
    if (first == '\n') {
        ++line_;
        column_ = 1;
    }
    return {};
}

Error CsvText::not_text(std::string_view code) const {
    const auto place = std::to_string(line_) + ':' + std::to_string(column_);
    return invalid(std::string(code), {{place, "not_text"}});
}

}  // namespace nangluc::sheet
