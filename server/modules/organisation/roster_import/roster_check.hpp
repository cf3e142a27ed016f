#pragma once

#include "kit/kit.hpp"
#include "modules/organisation/roster_import/roster_staging.hpp"

namespace nangluc::organisation {

// The dry run of an import, and the first half of applying it: reads the file row by row, judges
// every row beside what is known, and keeps the findings under the job. It changes neither people
// nor posts, reads in snapshots, and writes in batches that nobody waits for.
class RosterCheck {
public:
    RosterCheck(const Kit& kit, const RosterImport& import, JobRun& job)
        : kit_(kit), import_(import), job_(job), run_{import.id, job.id()} {}

    // Nothing where somebody cancelled. Refuses what the reader refuses, and
    // conflict("roster_import.columns_missing").
    Result<std::optional<ImportCounts>> run();

private:
    Result<> count_rows(sheet::Reader& file);
    Result<> read_rows(sheet::Reader& file, const RosterReference& reference);
    void judge(const RosterReference& reference);
    void keep();
    ImportCounts counts() const;
    template <class Item, class Store>
    bool in_batches(const std::vector<Item>& items, std::string_view stage, Store store);

    const Kit& kit_;
    const RosterImport& import_;
    JobRun& job_;
    RosterRun run_;
    RosterAnswers answers_;
    std::int64_t rows_ = 0;
    int usual_digits_ = 0;  // of the numbers in the file
    std::vector<sheet::Range> merged_;
    std::vector<RosterLine> lines_;
    std::vector<RowFault> faults_;
    bool is_cancelled_ = false;
};

}  // namespace nangluc::organisation
