#include "kit/sheet/workbook.hpp"

#include <algorithm>

#include "kit/sheet/xml.hpp"

namespace nangluc::sheet {

namespace {

constexpr std::size_t most_relationships = 10'000;
constexpr std::size_t most_sheets = 1'000;

std::string folder_of(std::string_view part) {
    const auto slash = part.rfind('/');
    return std::string(slash == std::string_view::npos ? "" : part.substr(0, slash + 1));
}

// The entry a target leads to: from the root of the archive, or from the folder of its owner.
std::string resolve(std::string_view folder, std::string_view target) {
    const auto path = target.starts_with('/') ? std::string(target.substr(1))
                                              : std::string(folder) + std::string(target);
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= path.size();) {
        const auto slash = std::min(path.find('/', at), path.size());
        const auto part = std::string_view(path).substr(at, slash - at);
        if (part == "..") {
            if (!parts.empty()) parts.pop_back();
        } else if (!part.empty() && part != ".") {
            parts.push_back(part);
        }
        at = slash + 1;
    }
    std::string name;
    for (const auto& part : parts) {
        if (!name.empty()) name += '/';
        name += part;
    }
    return name;
}

class RelationshipsHandler final : public XmlHandler {
public:
    explicit RelationshipsHandler(std::string folder) : folder_(std::move(folder)) {}

    void start(std::string_view name, const Attributes& attributes) override {
        if (name != "Relationship" || attributes.get("TargetMode") == "External") return;
        if (found.size() >= most_relationships) return refuse(too_large("sheet.too_many_entries"));
        const auto type = attributes.get("Type");
        found.push_back({
            .id = std::string(attributes.get("Id")),
            .type = std::string(type.substr(type.rfind('/') + 1)),
            .target = resolve(folder_, attributes.get("Target")),
        });
    }
    void end(std::string_view) override {}

    std::vector<Relationship> found;

private:
    std::string folder_;
};

class WorkbookHandler final : public XmlHandler {
public:
    struct Listed {
        SheetInfo info;
        std::string relationship;
    };

    void start(std::string_view name, const Attributes& attributes) override {
        if (name == "workbookPr" && attributes.is_true("date1904")) epoch = Epoch::y1904;
        if (name != "sheet") return;
        if (sheets.size() >= most_sheets) return refuse(too_large("sheet.too_many_entries"));
        const auto state = attributes.get("state");
        auto visibility = Visibility::visible;
        if (state == "hidden") visibility = Visibility::hidden;
        if (state == "veryHidden") visibility = Visibility::very_hidden;
        sheets.push_back({
            .info = {std::string(attributes.get("name")), visibility},
            .relationship = std::string(attributes.get("r:id")),
        });
    }
    void end(std::string_view) override {}

    std::vector<Listed> sheets;
    Epoch epoch = Epoch::y1900;
};

Result<std::string> workbook_part(Archive& archive) {
    if (archive.has("mimetype")) {
        const auto type = TRY(archive.read_all("mimetype", 4'096));
        if (type.find("opendocument") != std::string::npos) return invalid("sheet.open_document");
    }
    if (archive.names().empty()) return invalid("sheet.empty");

    for (const auto& one : TRY(relationships_of(archive, ""))) {
        if (one.type != "officeDocument") continue;
        if (one.target.ends_with(".bin")) return invalid("sheet.binary_workbook");
        if (one.target.starts_with("word/") || one.target.starts_with("ppt/")) {
            return invalid("sheet.unknown_format");
        }
        if (archive.has(one.target)) return one.target;
    }
    if (archive.has("xl/workbook.xml")) return std::string("xl/workbook.xml");
    return invalid("sheet.unknown_format");
}

}  // namespace

std::string relationships_name(std::string_view part) {
    const auto folder = folder_of(part);
    return folder + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
}

Result<std::vector<Relationship>> relationships_of(Archive& archive, std::string_view part) {
    const auto name = relationships_name(part);
    if (!archive.has(name)) return std::vector<Relationship>{};
    RelationshipsHandler handler(folder_of(part));
    const auto entry = TRY(archive.entry(name));
    TRY(parse_xml(*entry, handler));
    return std::move(handler.found);
}

Result<Workbook> read_workbook(Archive& archive) {
    Workbook book;
    book.part = TRY(workbook_part(archive));
    const auto links = TRY(relationships_of(archive, book.part));
    WorkbookHandler handler;
    const auto entry = TRY(archive.entry(book.part));
    TRY(parse_xml(*entry, handler));
    book.epoch = handler.epoch;

    for (auto& listed : handler.sheets) {
        const auto link = std::find_if(links.begin(), links.end(), [&](const Relationship& one) {
            return one.id == listed.relationship;
        });
        if (link == links.end()) return invalid("sheet.broken", {{listed.info.name, "missing"}});
        if (link->type != "worksheet") continue;
        if (!archive.has(link->target)) return invalid("sheet.broken", {{link->target, "missing"}});
        book.sheets.push_back({std::move(listed.info), link->target});
    }
    if (book.sheets.empty()) return invalid("sheet.empty");

    for (const auto& link : links) {
        if (!archive.has(link.target)) continue;
        if (link.type == "sharedStrings") book.strings_part = link.target;
        if (link.type == "styles") book.styles_part = link.target;
    }
    return book;
}

}  // namespace nangluc::sheet
