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
        const auto link = TRY(write_notes(sheet));
        const auto rows = rows_of(plan_, sheet);

        const auto archive = TRY(Archive::open(source_, limits_));
        const auto entry = TRY(archive->entry(part));
        const auto& file = files_.emplace_back();
        Rewriter rewriter(file.path());
        SheetMarker marker(rewriter, {rows, status, link}, styles);
        TRY(rewrite_xml(*entry, marker, rewriter));
        copy_->put_file(own_name(part), file.path());
        return {};
    }

    // The relationship that the sheet must name, if it does not do so already.
    Result<std::string> write_notes(std::size_t sheet) {
        const auto& part = book_.sheets[sheet].part;
        const auto place = TRY(find_note_place(*archive_, part));
        const auto notes = notes_of(plan_, sheet);
        if (!place.may_write || (notes.empty() && place.comments.empty())) return std::string();
        if (!place.comments.empty()) {
            changed_[own_name(place.comments)] = comments_part(notes);
            changed_[own_name(place.drawing)] = drawing_part(notes);
            return std::string();
        }
        const auto comments = free_name("xl/comments", ".xml");
        const auto drawing = free_name("xl/drawings/vmlDrawing", ".vml");
        changed_[comments] = comments_part(notes);
        changed_[drawing] = drawing_part(notes);
        TRY(add_type(
            "<{p}Override PartName=\"/" + comments +
            "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml."
            "comments+xml\"/>"
        ));
        TRY(add_drawing_type());
        TRY(add_link(part, "comments", comments));
        return add_link(part, "vmlDrawing", drawing);
    }

    // Returns the id of the new relationship.
    Result<std::string> add_link(
        const std::string& part, std::string_view type, const std::string& target
    ) {
        const auto name = own_name(relationships_name(part));
        auto& text = changed_[name];
        if (text.empty()) {
            text = archive_->has(name) ? TRY(archive_->read_all(name, most_bytes))
                                       : std::string(no_links);
        }
        int number = 1;
        while (text.find("\"rIdMark" + std::to_string(number) + '"') != std::string::npos) ++number;
        const auto id = "rIdMark" + std::to_string(number);
        text = with_elements(
            text,
            "<{p}Relationship Id=\"" + id + "\" Type=\"" + std::string(office) + std::string(type) +
                "\" Target=\"/" + target + "\"/>"
        );
        return id;
    }

    Result<> add_type(const std::string& element) {
        auto& text = changed_[own_name(std::string(types_part))];
        if (text.empty()) text = TRY(archive_->read_all(types_part, most_bytes));
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
