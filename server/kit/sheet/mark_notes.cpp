#include "kit/sheet/mark_notes.hpp"

#include "kit/sheet/address.hpp"
#include "kit/sheet/rewrite.hpp"
#include "kit/sheet/workbook.hpp"

namespace nangluc::sheet {

namespace {

constexpr std::size_t most_notes = 2'000;
constexpr std::int64_t most_bytes = 16'000'000;
// How a later marking knows its own notes.
constexpr std::string_view author = "nangluc";

class AuthorsHandler final : public XmlHandler {
public:
    void start(std::string_view name, const Attributes&) override {
        inside_ = name == "author";
        if (inside_) authors.emplace_back();
    }
    void end(std::string_view) override { inside_ = false; }
    void text(std::string_view piece) override {
        if (inside_) authors.back() += piece;
    }

    std::vector<std::string> authors;

private:
    bool inside_ = false;
};

Result<bool> is_ours(Archive& archive, const NotePlace& place) {
    const auto comments = TRY(archive.read_all(place.comments, most_bytes));
    AuthorsHandler handler;
    TRY(parse_text(comments, handler));
    if (handler.authors != std::vector<std::string>{std::string(author)}) return false;

    // Buttons and other controls lie in the same drawing.
    const auto drawing = TRY(archive.read_all(place.drawing, most_bytes));
    constexpr std::string_view kind = "ObjectType=\"";
    for (auto at = drawing.find(kind); at != std::string::npos; at = drawing.find(kind, at + 1)) {
        if (!std::string_view(drawing).substr(at + kind.size()).starts_with("Note\"")) return false;
    }
    return true;
}

}  // namespace

Notes notes_of(const MarkPlan& plan, std::size_t sheet) {
    Notes notes;
    for (const auto& mark : plan.marks) {
        if (mark.sheet != sheet || mark.column == 0 || mark.note.empty()) continue;
        if (notes.size() >= most_notes) break;
        auto& note = notes[{mark.row, mark.column}];
        note += note.empty() ? mark.note : '\n' + mark.note;
    }
    return notes;
}

std::string comments_part(const Notes& notes) {
    std::string part =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors>"
        "<author>" +
        std::string(author) + "</author></authors><commentList>";
    for (const auto& [cell, note] : notes) {
        part += "<comment ref=\"" + address_text(cell.first, cell.second) +
                "\" authorId=\"0\"><text><t xml:space=\"preserve\">" +
                escape_xml(encode_escapes(note)) + "</t></text></comment>";
    }
    return part + "</commentList></comments>";
}

std::string drawing_part(const Notes& notes) {
    std::string part =
        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" "
        "xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
        "xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
        "<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout>"
        "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" "
        "path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>"
        "<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";
    int shape = 1025;
    for (const auto& [cell, note] : notes) {
        const auto row = cell.first - 1;
        const auto column = cell.second - 1;
        const auto number = [](int value) { return std::to_string(value); };
        part += "<v:shape id=\"_x0000_s" + number(shape++) +
                "\" type=\"#_x0000_t202\" style=\"position:absolute;width:200pt;height:80pt;"
                "z-index:1;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">"
                "<v:fill color2=\"#ffffe1\"/><v:shadow color=\"black\" obscured=\"t\"/>"
                "<v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\">"
                "<div style=\"text-align:left\"></div></v:textbox>"
                "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>" +
                number(column + 1) + ",15," + number(row) + ",2," + number(column + 4) + ",15," +
                number(row + 5) + ",4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>" +
                number(row) + "</x:Row><x:Column>" + number(column) +
                "</x:Column></x:ClientData></v:shape>";
    }
    return part + "</xml>";
}

Result<NotePlace> find_note_place(Archive& archive, std::string_view sheet_part) {
    NotePlace place;
    bool others = false;
    for (const auto& link : TRY(relationships_of(archive, sheet_part))) {
        if (link.type == "comments") place.comments = link.target;
        if (link.type == "vmlDrawing") place.drawing = link.target;
        if (link.type == "threadedComment") others = true;
    }
    if (others) return NotePlace{};
    if (place.comments.empty() && place.drawing.empty()) {
        place.may_write = true;
        return place;
    }
    if (!archive.has(place.comments) || !archive.has(place.drawing)) return NotePlace{};
    place.may_write = TRY(is_ours(archive, place));
    return place;
}

}  // namespace nangluc::sheet
