#include "kit/sheet/xml.hpp"

#include <expat.h>

#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <exception>
#include <memory>

namespace nangluc::sheet {

namespace {

constexpr int deepest = 256;
// One tag, comment or declaration: expat keeps it whole, and scans it again with every piece.
constexpr std::int64_t longest_markup = 262'144;
// Distinct names, nesting and buffers of one parser: without a bound, a part of 300 MB made of
// different names would take gigabytes.
constexpr std::size_t parser_bytes = 32'000'000;

constexpr std::string_view own_namespaces[] = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
    "http://schemas.openxmlformats.org/package/2006/content-types",
};
constexpr std::string_view relationship_namespaces[] = {
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
};
constexpr std::string_view xml_namespace = "http://www.w3.org/XML/1998/namespace";

// A parser lives within one call of parse_xml, so its memory can be counted by thread.
thread_local std::size_t parser_bytes_used = 0;

struct alignas(std::max_align_t) BlockSize {
    std::size_t bytes;
};

void* counted_realloc(void* block, std::size_t bytes) {
    auto* header = block ? static_cast<BlockSize*>(block) - 1 : nullptr;
    const std::size_t before = header ? header->bytes : 0;
    if (parser_bytes_used - before + bytes > parser_bytes) return nullptr;
    auto* grown = static_cast<BlockSize*>(std::realloc(header, sizeof(BlockSize) + bytes));
    if (!grown) return nullptr;
    grown->bytes = bytes;
    parser_bytes_used += bytes - before;
    return grown + 1;
}

void* counted_malloc(std::size_t bytes) {
    return counted_realloc(nullptr, bytes);
}

void counted_free(void* block) {
    if (!block) return;
    auto* header = static_cast<BlockSize*>(block) - 1;
    parser_bytes_used -= header->bytes;
    std::free(header);
}

template <std::size_t N>
bool is_one_of(std::string_view name, const std::string_view (&known)[N]) {
    for (const auto& one : known) {
        if (one == name) return true;
    }
    return false;
}

std::string_view own_name(std::string_view name) {
    const auto bar = name.find('|');
    if (bar == std::string_view::npos) return name;
    return is_one_of(name.substr(0, bar), own_namespaces) ? name.substr(bar + 1) : "";
}

bool is_attribute(std::string_view found, std::string_view asked) {
    const auto bar = found.find('|');
    if (bar == std::string_view::npos) return found == asked;
    const auto space = found.substr(0, bar);
    const auto local = found.substr(bar + 1);
    if (asked.starts_with("r:")) {
        return local == asked.substr(2) && is_one_of(space, relationship_namespaces);
    }
    return asked.starts_with("xml:") && local == asked.substr(4) && space == xml_namespace;
}

class Parser {
public:
    explicit Parser(XmlHandler& handler) : handler_(handler) {
        static const XML_Memory_Handling_Suite counted{
            counted_malloc, counted_realloc, counted_free};
        parser_.reset(XML_ParserCreate_MM(nullptr, &counted, "|"));
        if (!parser_) throw std::bad_alloc();
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(parser_.get(), on_start, on_end);
        XML_SetCharacterDataHandler(parser_.get(), on_text);
        XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
        handler.locate_by([this] {
            const std::int64_t at = XML_GetCurrentByteIndex(parser_.get());
            return XmlHandler::Place{at, at + XML_GetCurrentByteCount(parser_.get())};
        });
    }

    Result<> feed(std::string_view bytes) {
        fed_ += static_cast<std::int64_t>(bytes.size());
        const auto status = XML_Parse(
            parser_.get(), bytes.data(), static_cast<int>(bytes.size()), bytes.empty() ? 1 : 0
        );
        if (thrown_) std::rethrow_exception(thrown_);
        if (dtd_) return invalid("sheet.dtd");
        if (handler_.refused()) return *handler_.refused();
        if (handler_.is_done()) return {};
        if (status != XML_STATUS_OK) return malformed();
        const std::int64_t reached = XML_GetCurrentByteIndex(parser_.get());
        if (!bytes.empty() && fed_ - reached > longest_markup) return too_large("sheet.too_large");
        return {};
    }

private:
    Error malformed() const {
        if (XML_GetErrorCode(parser_.get()) == XML_ERROR_NO_MEMORY) {
            return too_large("sheet.too_large");
        }
        const auto place = std::to_string(XML_GetCurrentLineNumber(parser_.get())) + ':' +
                           std::to_string(XML_GetCurrentColumnNumber(parser_.get()) + 1);
        return invalid("sheet.broken", {{place, "xml"}});
    }

    // Nothing may be thrown through expat, which is C: it is kept, and thrown again outside.
    template <class Act>
    void guarded(Act&& act) {
        if (handler_.is_done() || thrown_) return;
        try {
            act();
        } catch (...) {
            thrown_ = std::current_exception();
        }
        if (handler_.is_done() || thrown_) XML_StopParser(parser_.get(), XML_FALSE);
    }

    static void on_start(void* self, const char* name, const char** attributes) {
        auto& parser = *static_cast<Parser*>(self);
        if (++parser.depth_ > deepest) {
            XML_StopParser(parser.parser_.get(), XML_FALSE);
            return;
        }
        parser.guarded([&] { parser.handler_.start(own_name(name), Attributes(attributes)); });
    }
    static void on_end(void* self, const char* name) {
        auto& parser = *static_cast<Parser*>(self);
        --parser.depth_;
        parser.guarded([&] { parser.handler_.end(own_name(name)); });
    }
    static void on_text(void* self, const char* text, int length) {
        auto& parser = *static_cast<Parser*>(self);
        parser.guarded([&] { parser.handler_.text({text, static_cast<std::size_t>(length)}); });
    }
    static void on_doctype(void* self, const char*, const char*, const char*, int) {
        auto& parser = *static_cast<Parser*>(self);
        parser.dtd_ = true;
        XML_StopParser(parser.parser_.get(), XML_FALSE);
    }

    struct FreeParser {
        void operator()(XML_ParserStruct* parser) const { XML_ParserFree(parser); }
    };

    XmlHandler& handler_;
    std::unique_ptr<XML_ParserStruct, FreeParser> parser_;
    std::exception_ptr thrown_;
    std::int64_t fed_ = 0;
    int depth_ = 0;
    bool dtd_ = false;
};

void append_utf8(std::string& out, unsigned letter) {
    if (letter < 0x80) {
        out += static_cast<char>(letter);
    } else if (letter < 0x800) {
        out += static_cast<char>(0xC0 | letter >> 6);
        out += static_cast<char>(0x80 | (letter & 0x3F));
    } else {
        out += static_cast<char>(0xE0 | letter >> 12);
        out += static_cast<char>(0x80 | (letter >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (letter & 0x3F));
    }
}

// The letter that "_xHHHH_" at the start of `text` stands for. Half a surrogate pair is none.
std::optional<unsigned> escaped_letter(std::string_view text) {
    if (text.size() < 7 || !text.starts_with("_x") || text[6] != '_') return std::nullopt;
    unsigned letter = 0;
    const auto* end = text.data() + 6;
    const auto [stopped, error] = std::from_chars(text.data() + 2, end, letter, 16);
    const bool surrogate = letter >= 0xD800 && letter < 0xE000;
    if (error != std::errc{} || stopped != end || letter == 0 || surrogate) return std::nullopt;
    return letter;
}

}  // namespace

std::optional<std::string_view> Attributes::find(std::string_view name) const {
    for (const char** at = list_; at && *at; at += 2) {
        if (is_attribute(at[0], name)) return at[1];
    }
    return std::nullopt;
}

bool Attributes::is_true(std::string_view name) const {
    const auto value = get(name);
    return value == "1" || value == "true" || value == "on";
}

std::optional<std::int64_t> Attributes::number(std::string_view name) const {
    const auto value = get(name);
    std::int64_t number = 0;
    const auto* end = value.data() + value.size();
    const auto [stopped, error] = std::from_chars(value.data(), end, number);
    if (value.empty() || error != std::errc{} || stopped != end) return std::nullopt;
    return number;
}

Result<> parse_xml(Archive::Entry& entry, XmlHandler& handler) {
    Parser parser(handler);
    for (bool more = true; more && !handler.is_done();) {
        const auto piece = TRY(entry.next());
        TRY(parser.feed(piece));
        more = !piece.empty();
    }
    return {};
}

std::string escape_xml(std::string_view text) {
    std::string markup;
    markup.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&':
                markup += "&amp;";
                break;
            case '<':
                markup += "&lt;";
                break;
            case '>':
                markup += "&gt;";
                break;
            case '"':
                markup += "&quot;";
                break;
            case '\n':
                markup += "&#10;";
                break;
            case '\t':
                markup += ' ';
                break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20) markup += c;
        }
    }
    return markup;
}

std::string decode_escapes(std::string_view text) {
    std::string decoded;
    for (std::size_t at = 0; at < text.size();) {
        if (const auto letter = escaped_letter(text.substr(at))) {
            append_utf8(decoded, *letter);
            at += 7;
        } else {
            decoded += text[at++];
        }
    }
    return decoded;
}

std::string encode_escapes(std::string_view text) {
    std::string encoded(text);
    for (auto at = encoded.find("_x"); at != std::string::npos; at = encoded.find("_x", at + 1)) {
        if (!escaped_letter(std::string_view(encoded).substr(at))) continue;
        encoded.insert(at, "_x005F");
        at += 6;
    }
    return encoded;
}

}  // namespace nangluc::sheet
