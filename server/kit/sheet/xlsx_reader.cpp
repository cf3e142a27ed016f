#include <stdexcept>

#include "kit/sheet/formats.hpp"
#include "kit/sheet/workbook.hpp"
#include "kit/sheet/worksheet.hpp"

namespace nangluc::sheet {

namespace {

class XlsxReader final : public Reader {
public:
    XlsxReader(std::string path, Workbook book, const Limits& limits)
        : path_(std::move(path)), limits_(limits), book_(std::move(book)), strings_(limits) {
        for (const auto& sheet : book_.sheets) infos_.push_back(sheet.info);
    }

    Format format() const override { return Format::xlsx; }
    const std::vector<SheetInfo>& sheets() const override { return infos_; }

    // The archive is opened anew for each reading, so that its count of bytes is of this one.
    Result<Summary> read(std::size_t sheet, const std::function<Next(const Row&)>& use) override {
        if (sheet >= book_.sheets.size()) throw std::out_of_range("sheet::Reader::read");
        const auto archive = TRY(Archive::open(path_, limits_));
        if (!prepared_) TRY(prepare(*archive));

        WorksheetHandler handler({strings_, styles_, book_.epoch, limits_}, use);
        const auto entry = TRY(archive->entry(book_.sheets[sheet].part));
        TRY(parse_xml(*entry, handler));
        return std::move(handler.summary());
    }

private:
    Result<> prepare(Archive& archive) {
        if (!book_.styles_part.empty()) {
            const auto entry = TRY(archive.entry(book_.styles_part));
            styles_ = TRY(read_styles(*entry, limits_));
        }
        if (!book_.strings_part.empty()) {
            const auto entry = TRY(archive.entry(book_.strings_part));
            SharedStrings strings(limits_);
            TRY(strings.read(*entry));
            strings_ = std::move(strings);
        }
        prepared_ = true;
        return {};
    }

    std::string path_;
    Limits limits_;
    Workbook book_;
    std::vector<SheetInfo> infos_;
    bool prepared_ = false;
    std::vector<NumberFormat> styles_;
    SharedStrings strings_;
};

}  // namespace

Result<std::unique_ptr<Reader>> open_xlsx(const std::string& path, const Limits& limits) {
    const auto archive = TRY(Archive::open(path, limits));
    auto book = TRY(read_workbook(*archive));
    return std::unique_ptr<Reader>(new XlsxReader(path, std::move(book), limits));
}

}  // namespace nangluc::sheet
