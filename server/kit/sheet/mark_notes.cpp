#include "kit/sheet/mark_notes.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

#include "kit/sheet/address.hpp"
#include "kit/sheet/rewrite.hpp"

namespace nangluc::sheet {

namespace {

constexpr std::size_t most_notes = 2'000;
constexpr std::string_view author = "nangluc";
// Begins each of our notes, so that a later marking knows them: LibreOffice drops the author.
constexpr std::string_view sign = "▸ ";

constexpr std::string_view no_comments =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
    "<authors></authors><commentList></commentList></comments>";
constexpr std::string_view no_boxes =
    "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" "
    "xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
    "xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
    "<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout>"
    "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" "
    "path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>"
    "<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype></xml>";

struct Comment {
    std::size_t from = 0;
    std::size_t until = 0;
    CellPlace cell;
    std::string text;
};

class CommentsHandler final : public XmlHandler {
public:
    void start(std::string_view name, const Attributes& attributes) override {
        in_text_ = name == "t" || name == "author";
        if (name == "author") authors.emplace_back();
        if (name != "comment") return;
        const auto address = parse_address(attributes.get("ref"));
        comments.push_back({at(place().from), 0, {}, {}});
        if (address) comments.back().cell = {address->row, address->column};
        is_comment_ = true;
    }
    void end(std::string_view name) override {
        in_text_ = false;
        if (name == "authors") authors_end = at(place().from);
        if (name == "commentList") list_end = at(place().from);
        if (name != "comment") return;
        comments.back().until = at(place().until);
        is_comment_ = false;
    }
    void text(std::string_view piece) override {
        if (!in_text_) return;
        if (is_comment_) {
            comments.back().text += piece;
        } else if (!authors.empty()) {
            authors.back() += piece;
        }
    }

    std::vector<std::string> authors;
    std::vector<Comment> comments;
    std::size_t authors_end = 0;
    std::size_t list_end = 0;

private:
    static std::size_t at(std::int64_t place) { return static_cast<std::size_t>(place); }

    bool in_text_ = false;
    bool is_comment_ = false;
};

std::string comment_markup(
    const std::string& p, const CellPlace& cell, const std::string& note, std::size_t author_id
) {
    return '<' + p + "comment ref=\"" + address_text(cell.first, cell.second) + "\" authorId=\"" +
           std::to_string(author_id) + "\"><" + p + "text><" + p + "t xml:space=\"preserve\">" +
           std::string(sign) + escape_xml(encode_escapes(note)) + "</" + p + "t></" + p +
           "text></" + p + "comment>";
}

// The number in the first <x:Row> or <x:Column> of a box; -1 if there is none.
int number_in(std::string_view box, std::string_view name) {
    auto at = box.find(name);
    if (at == std::string_view::npos) return -1;
    at = box.find_first_of("0123456789", at + name.size());
    if (at == std::string_view::npos) return -1;
    int number = -1;
    std::from_chars(box.data() + at, box.data() + box.size(), number);
    return number;
}

// Drawings of this kind are not always well-formed XML, so they are searched, not parsed.
std::string without_boxes(std::string part, const std::set<CellPlace>& cells) {
    constexpr std::string_view start = "<v:shape ";
    constexpr std::string_view end = "</v:shape>";
    for (auto at = part.find(start); at != std::string::npos; at = part.find(start, at)) {
        const auto until = part.find(end, at);
        if (until == std::string::npos) break;
        const auto length = until + end.size() - at;
        const auto box = std::string_view(part).substr(at, length);
        const CellPlace cell{number_in(box, "<x:Row>") + 1, number_in(box, "<x:Column>") + 1};
        const bool is_note = box.find("ObjectType=\"Note\"") != std::string_view::npos;
        if (is_note && cells.contains(cell)) {
            part.erase(at, length);
        } else {
            at += length;
        }
    }
    return part;
}

std::string box_markup(const CellPlace& cell) {
    const int row = cell.first - 1;
    const int column = cell.second - 1;
    const auto number = [](int value) { return std::to_string(value); };
    return "<v:shape id=\"mark_" + number(row) + '_' + number(column) +
           "\" type=\"#_x0000_t202\" style=\"position:absolute;width:200pt;height:80pt;z-index:1;"
           "visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">"
           "<v:fill color2=\"#ffffe1\"/><v:shadow color=\"black\" obscured=\"t\"/>"
           "<v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\">"
           "<div style=\"text-align:left\"></div></v:textbox>"
           "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>" +
           number(column + 1) + ",15," + number(row) + ",2," + number(column + 4) + ",15," +
           number(row + 5) + ",4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>" + number(row) +
           "</x:Row><x:Column>" + number(column) + "</x:Column></x:ClientData></v:shape>";
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

Result<std::optional<NoteChange>> change_notes(const std::string& part, const Notes& notes) {
    const std::string before = part.empty() ? std::string(no_comments) : part;
    if (!is_utf8_xml(before)) return std::optional<NoteChange>{};
    CommentsHandler found;
    TRY(parse_text(before, found));
    if (!before.substr(found.list_end).starts_with("</") ||
        !before.substr(found.authors_end).starts_with("</")) {
        return std::optional<NoteChange>{};
    }

    NoteChange change;
    auto& out = change.comments;
    const auto known = std::find(found.authors.begin(), found.authors.end(), author);
    const auto author_id = static_cast<std::size_t>(known - found.authors.begin());
    const auto p = prefix_of(std::string_view(before).substr(found.list_end));
    out = before.substr(0, found.authors_end);
    if (known == found.authors.end()) {
        out += '<' + p + "author>" + std::string(author) + "</" + p + "author>";
    }
    auto copied = found.authors_end;
    std::set<CellPlace> taken;
    for (const auto& comment : found.comments) {
        if (!comment.text.starts_with(sign)) {
            taken.insert(comment.cell);
            continue;
        }
        change.removed.insert(comment.cell);
        out += before.substr(copied, comment.from - copied);
        copied = comment.until;
    }
    out += before.substr(copied, found.list_end - copied);
    for (const auto& [cell, note] : notes) {
        if (taken.contains(cell)) continue;
        change.appended.insert(cell);
        out += comment_markup(p, cell, note, author_id);
    }
    out += before.substr(found.list_end);
    return std::optional(std::move(change));
}

std::string change_boxes(std::string part, const NoteChange& change) {
    if (part.empty()) part = no_boxes;
    part = without_boxes(std::move(part), change.removed);
    std::string boxes;
    // The shape that notes refer to may be missing where the drawing held controls only.
    if (part.find("\"_x0000_t202\"") == std::string::npos) {
        const auto from = no_boxes.find("<v:shapetype");
        boxes = no_boxes.substr(from, no_boxes.rfind("</xml>") - from);
    }
    for (const auto& cell : change.appended) boxes += box_markup(cell);
    const auto end = part.rfind("</xml>");
    return end == std::string::npos ? part : part.insert(end, boxes);
}

}  // namespace nangluc::sheet
