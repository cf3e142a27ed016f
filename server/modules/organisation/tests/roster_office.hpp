#pragma once

// A roster desk as the server has it: its units, posts and people in a database, its rows in a real
// workbook, and the routes of the module over them.

#include "modules/organisation/module.hpp"
#include "modules/organisation/tests/roster_plants.hpp"
#include "testing/client.hpp"
#include "testing/test_kit.hpp"

namespace nangluc::organisation {

// A fault as its route tells it.
struct ToldFault {
    int row = 0;
    int column_number = 0;
    RosterColumn column{};
    RosterFault code{};
    FaultSeverity severity{};
    std::string person;
    std::string value;
    std::vector<FaultOption> options;
    std::optional<AnswerKind> answer_kind;
    std::optional<std::string> answer;
};
BOOST_DESCRIBE_STRUCT(
    ToldFault,
    (),
    (row, column_number, column, code, severity, person, value, options, answer_kind, answer)
)

class RosterOffice {
public:
    explicit RosterOffice(const RosterDesk& desk);

    // The rows of the desk as an .xlsx file, with the titles of the template.
    static std::string workbook_of(const RosterDesk& desk);

    // Sends the bytes; the reply's body.
    std::string upload(const std::string& bytes);
    // Sent and tried: the id of the import.
    std::string tried(const std::string& bytes);
    std::string post(const std::string& id, const std::string& act, std::string body = "{}");
    // Runs whatever waits.
    void run_jobs();
    std::string read(const std::string& id, const std::string& part = "");
    // All of them, those that only tell what was tidied too; page by page.
    std::vector<ToldFault> faults(const std::string& id);
    // How many rows people, holdings and facts have.
    std::vector<std::int64_t> written();

    testing::TestKit test{RosterDesk::today};
    Module module{test.kit};
    http::Router router;
    Actor officer;
    testing::TestClient client{
        router, {.sign_in = [this](const http::Request&) -> Result<Actor> { return officer; }}};

private:
    void load_units(db::Tx& tx, const RosterDesk& desk);
    void load_unit(db::Tx& tx, const Unit& unit, Period period);
    void load_former(db::Tx& tx, const FormerUnit& former, Period once);
    void load_posts_of(db::Tx& tx, const RosterDesk& desk);
    void load_people_of(db::Tx& tx, const RosterDesk& desk);
};

// Between the quotes behind `"name":`, or the bare word.
std::string field(const std::string& body, const std::string& name);

}  // namespace nangluc::organisation
