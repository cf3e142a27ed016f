#pragma once

#include <functional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "modules/organisation/roster_import/roster_reference.hpp"

namespace nangluc {
class IdMaker;
}

namespace nangluc::organisation {

struct KnownPerson {
    PersonId id;
    std::string staff_number;
    Date birth_date;
    std::string name;
    std::string folded;
    bool is_inside = false;  // holds or held a post of the sub-tree
    bool is_held =
        false;  // some holding is known; false after the import that added them is undone
};

struct KnownHolding {
    HoldingId id;
    PersonId person;
    PostId post;
    HoldingKind kind = HoldingKind::main;
    int share = 100;
    Period period;
    std::string note;
    bool is_inside = false;  // the post is one of the sub-tree
};

struct KnownFact {
    std::int64_t id = 0;
    std::string kind;
    std::string value;
    Date from;
};

// The people whom a roster may be about, with what they hold and what is known of them.
struct RosterKnown {
    std::unordered_map<PersonId, KnownPerson> people;
    std::unordered_map<std::string, std::vector<PersonId>> by_number;
    std::unordered_map<std::string, std::vector<PersonId>> by_name;  // of person_key()
    std::unordered_map<PersonId, std::vector<KnownHolding>> holdings;
    std::unordered_map<PersonId, std::vector<KnownFact>> facts;  // in force today
    std::unordered_map<PostId, std::set<PersonId>> filled_by;    // main and acting holders
};

// Two people of one name and birth date are taken for one, until somebody says otherwise.
std::string person_key(std::string_view folded_name, Date birth);

// Judges all rows of a file together and beside what is known: whom each is about, what applying it
// would do, and what speaks against it. Adds its faults behind those of the cells; sets each line's
// verdict and plan.
class RosterJudge {
public:
    RosterJudge(
        const RosterReference& reference,
        const RosterKnown& known,
        const RosterAnswers& answers,
        IdMaker& ids
    )
        : reference_(reference), known_(known), answers_(answers), ids_(ids) {}

    void judge(std::vector<RosterLine>& lines, std::vector<RowFault>& faults);

private:
    using Lines = std::vector<RosterLine*>;

    void find_people(std::vector<RosterLine>& lines);
    void find_person(RosterLine& line);
    void find_namesake(RosterLine& line);
    void compare_with_known(RosterLine& line, const KnownPerson& person);
    void compare_rows(const Lines& lines);
    void compare_with_first(RosterLine& line, const RosterLine& first);
    void plan_holding(RosterLine& line);
    void plan_main(RosterLine& line, const std::vector<KnownHolding>& held);
    std::unordered_map<PostId, std::set<PersonId>> still_filled(const std::vector<RosterLine>& lines
    ) const;
    void count_posts(std::vector<RosterLine>& lines);
    void count_shares(const Lines& lines);
    void require_main(const Lines& lines);
    void plan_person(const Lines& lines);
    void plan_identity(RosterLine& line, const KnownPerson* known);
    void plan_facts(RosterLine& line, std::set<std::string>& planned);
    void plan_fact(RosterLine& line, PlannedFact fact);
    static void settle(RosterLine& line);

    const KnownPerson* known_person(PersonId id) const;
    const std::vector<KnownHolding>& holdings_of(PersonId id) const;
    std::string choice_of(const RosterLine& line, RosterColumn column) const;
    void blame(
        RosterLine& line,
        RosterColumn column,
        RosterFault code,
        std::string value = {},
        std::vector<FaultOption> options = {}
    );

    const RosterReference& reference_;
    const RosterKnown& known_;
    const RosterAnswers& answers_;
    IdMaker& ids_;
    std::vector<RowFault>* faults_ = nullptr;
    std::unordered_map<std::string, RosterLine*> first_of_number_;
    std::set<std::string> numbers_;
    std::map<std::string, PersonId> strangers_;  // number and birth date -> the id made for them
};

}  // namespace nangluc::organisation
