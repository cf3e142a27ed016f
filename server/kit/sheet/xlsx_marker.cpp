#include <list>
#include <set>

#include "kit/sheet/mark_notes.hpp"
#include "kit/sheet/mark_sheet.hpp"
#include "kit/sheet/mark_styles.hpp"
#include "kit/sheet/rewrite.hpp"
#include "kit/sheet/row_marks.hpp"
#include "kit/sheet/temporary_file.hpp"
#include "kit/sheet/workbook.hpp"

namespace nangluc::sheet {

namespace {

constexpr std::int64_t most_bytes = 16'000'000;  // of the small parts, which are held whole
constexpr std::string_view office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view types_part = "[Content_Types].xml";
constexpr std::string_view no_links =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>";

class XlsxMarker {
public:
    XlsxMarker(
        const std::string& source,
        const std::string& target,
        const MarkPlan& plan,
        const Limits& limits
    )
        : source_(source), target_(target), plan_(plan), limits_(limits) {}

    Result<> run() {
        archive_ = TRY(Archive::open(source_, limits_));
        book_ = TRY(read_workbook(*archive_));
        std::set<std::size_t> sheets;
        for (const auto& one : plan_.marks) sheets.insert(one.sheet);
        if (!sheets.empty() && *sheets.rbegin() >= book_.sheets.size()) {
            return invalid("sheet.no_such_sheet");
        }
        copy_ = TRY(ArchiveCopy::begin(source_, target_, limits_));
        auto styles = TRY(read_styles_part());
        for (const auto sheet : sheets) TRY(mark_sheet(sheet, styles));
        TRY(write_styles_part(styles));
        for (const auto& [name, text] : changed_) copy_->put(name, text);
        return copy_->save();
    }

private:
    Result<MarkStyles> read_styles_part() {
        if (book_.styles_part.empty()) {
            return MarkStyles::read(MarkStyles::smallest_part(), limits_);
        }
        return MarkStyles::read(TRY(archive_->read_all(book_.styles_part, most_bytes)), limits_);
    }

    Result<> write_styles_part(const MarkStyles& styles) {
        if (!book_.styles_part.empty()) {
            changed_[own_name(book_.styles_part)] = styles.written();
            return {};
        }
        changed_["xl/styles.xml"] = styles.written();
        TRY(add_link(book_.part, "styles", "xl/styles.xml"));
        return add_type(
            "<{p}Override PartName=\"/xl/styles.xml\" ContentType=\"application/"
            "vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
        );
    }

    // The archive is read anew for each sheet, so that the bytes of one do not count for another.
    Result<> mark_sheet(std::size_t sheet, MarkStyles& styles) {
        const auto& part = book_.sheets[sheet].part;
        const auto status = TRY(find_status_column(source_, sheet, plan_, limits_));
        const auto rows = rows_of(plan_, sheet);
        const auto notes = notes_of(plan_, sheet);
        const auto links = relationships_name(part);
        const auto link = free_link(archive_->has(links) ? TRY(read(links)) : std::string());

        const auto archive = TRY(Archive::open(source_, limits_));
        const auto entry = TRY(archive->entry(part));
        const auto& file = files_.emplace_back();
        Rewriter rewriter(file.path());
        SheetMarker marker(rewriter, {rows, status, notes.empty() ? "" : link}, styles);
        TRY(rewrite_xml(*entry, marker, rewriter));
        copy_->put_file(own_name(part), file.path());
        return write_notes(part, notes, marker.drawing_link());
    }

    Result<> write_notes(
        const std::string& sheet_part, const Notes& notes, const std::string& drawing_link
    ) {
        std::string comments;
        std::string drawing;
        for (const auto& link : TRY(relationships_of(*archive_, sheet_part))) {
            if (link.type == "comments") comments = link.target;
            if (link.id == drawing_link) drawing = link.target;
        }
        if (drawing_link.empty() || (notes.empty() && comments.empty())) return {};

        const auto before = comments.empty() ? std::string() : TRY(read(comments));
        auto change = TRY(change_notes(before, notes));
        if (!change && drawing.empty()) return invalid("sheet.not_markable", {{"", "notes"}});
        if (!change) return {};
        const auto boxes = drawing.empty() ? std::string() : TRY(read(drawing));
        if (drawing.empty()) {
            drawing = free_name("xl/drawings/vmlDrawing", ".vml");
            TRY(add_link(sheet_part, "vmlDrawing", drawing, drawing_link));
            TRY(add_drawing_type());
        }
        if (comments.empty()) {
            comments = free_name("xl/comments", ".xml");
            TRY(add_link(sheet_part, "comments", comments));
            TRY(add_type(
                "<{p}Override PartName=\"/" + comments +
                "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml."
                "comments+xml\"/>"
            ));
        }
        changed_[own_name(comments)] = change->comments;
        changed_[own_name(drawing)] = change_boxes(boxes, *change);
        return {};
    }

    Result<std::string> read(const std::string& name) {
        return archive_->read_all(name, most_bytes);
    }

    static std::string free_link(const std::string& links) {
        int number = 1;
        while (links.find("\"rIdMark" + std::to_string(number) + '"') != std::string::npos)
            ++number;
        return "rIdMark" + std::to_string(number);
    }

    Result<> add_link(
        const std::string& part,
        std::string_view type,
        const std::string& target,
        std::string id = {}
    ) {
        const auto name = own_name(relationships_name(part));
        auto& text = changed_[name];
        if (text.empty()) text = archive_->has(name) ? TRY(read(name)) : std::string(no_links);
        if (id.empty()) id = free_link(text);
        text = with_elements(
            text,
            "<{p}Relationship Id=\"" + id + "\" Type=\"" + std::string(office) + std::string(type) +
                "\" Target=\"/" + target + "\"/>"
        );
        return {};
    }

    Result<> add_type(const std::string& element) {
        auto& text = changed_[own_name(std::string(types_part))];
        if (text.empty()) text = TRY(read(std::string(types_part)));
        text = with_elements(text, element);
        return {};
    }

    Result<> add_drawing_type() {
        const auto& text = changed_[own_name(std::string(types_part))];
        if (text.find("Extension=\"vml\"") != std::string::npos) return {};
        return add_type(
            "<{p}Default Extension=\"vml\" ContentType=\"application/"
            "vnd.openxmlformats-officedocument.vmlDrawing\"/>"
        );
    }

    // As the archive spells it.
    std::string own_name(const std::string& name) const {
        const int index = archive_->index_of(name);
        return index < 0 ? name : archive_->names()[static_cast<std::size_t>(index)];
    }

    std::string free_name(const std::string& start, const std::string& end) const {
        for (int number = 1;; ++number) {
            auto name = start + std::to_string(number) + end;
            if (!archive_->has(name) && !changed_.contains(name)) return name;
        }
    }

    std::string source_;
    std::string target_;
    const MarkPlan& plan_;
    const Limits& limits_;
    std::unique_ptr<Archive> archive_;
    Workbook book_;
    std::unique_ptr<ArchiveCopy> copy_;
    std::map<std::string, std::string> changed_;  // the small parts, by name
    std::list<TemporaryFile> files_;              // the marked sheets, until the copy is saved
};

}  // namespace

Result<> mark_xlsx(
    const std::string& source, const std::string& target, const MarkPlan& plan, const Limits& limits
) {
    return XlsxMarker(source, target, plan, limits).run();
}

}  // namespace nangluc::sheet
