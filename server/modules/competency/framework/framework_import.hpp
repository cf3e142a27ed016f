#pragma once

#include <string>
#include <vector>

#include "kit/actor.hpp"
#include "kit/kit.hpp"
#include "modules/competency/framework/framework_table.hpp"

namespace nangluc::competency {

// How a file is to be understood.
struct FrameworkReading {
    std::string prefix;  // of its competency codes
    std::string scale;   // code of a scale; made of the number of levels where it is empty
    int levels = 0;      // where the file does not say how many there are
};

// What a file would bring, and what is wrong with it. Nothing is written.
struct FrameworkReport {
    std::string file;  // by which it is applied
    int competencies = 0;
    int known = 0;  // of them, those that have an identity already
    int areas = 0;
    int levels = 0;
    std::vector<FrameworkTable::CellFault> faults;
    std::vector<std::string> unknown_columns;
};

struct FrameworkWish {
    std::string file;
    FrameworkReading reading;
    std::string code;
    std::string label;
    UnitId owner;
    std::string name_vi;
    std::string name_en;
    std::string source;
    std::string licence;
};

// Frameworks from spreadsheets: looked at first, then written as a draft that somebody else
// approves.
class FrameworkImportService {
public:
    explicit FrameworkImportService(const Kit& kit) : kit_(kit) {}

    Result<FrameworkReport> look(
        const Actor& actor, const std::string& bytes, const FrameworkReading& reading
    );
    // A new framework, or the next version of one of that code. Refuses what has faults with
    // "framework.faulty", each fault at its cell.
    Result<FrameworkVersionId> apply(const Actor& actor, const FrameworkWish& wish);

private:
    const Kit& kit_;
};

// The workbook that look() reads back to the same content: competencies, then levels.
std::string framework_workbook(const Content& content, const std::string& language);
// Its first sheet as CSV, for other programs; a workbook carries the names of the levels too.
std::string framework_csv(const Content& content, const std::string& language);

}  // namespace nangluc::competency
