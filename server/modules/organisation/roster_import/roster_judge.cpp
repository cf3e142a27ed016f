// Whom the rows are about, and where rows speak against each other or against what is known.

#include "modules/organisation/roster_import/roster_judge.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace nangluc::organisation {

using enum RosterColumn;

std::string person_key(std::string_view folded_name, Date birth) {
    return std::string(folded_name) + '|' + std::to_string(to_number(birth));
}

void RosterJudge::judge(std::vector<RosterLine>& lines, std::vector<RowFault>& faults) {
    faults_ = &faults;
    find_people(lines);

    std::vector<Lines> people;
    std::unordered_map<PersonId, std::size_t> place;
    for (auto& line : lines) {
        if (!line.person || line.is_left_out) continue;
        const auto [entry, is_new] = place.try_emplace(line.person, people.size());
        if (is_new) people.emplace_back();
        people[entry->second].push_back(&line);
    }
    for (const auto& of_person : people) compare_rows(of_person);
    for (auto& line : lines) {
        if (line.is_good() && line.person && line.post && line.from) plan_holding(line);
    }
    count_posts(lines);
    for (const auto& of_person : people) {
        count_shares(of_person);
        require_main(of_person);
        plan_person(of_person);
    }
    for (auto& line : lines) settle(line);
}

const KnownPerson* RosterJudge::known_person(PersonId id) const {
    const auto found = known_.people.find(id);
    return found == known_.people.end() ? nullptr : &found->second;
}

const std::vector<KnownHolding>& RosterJudge::holdings_of(PersonId id) const {
    static const std::vector<KnownHolding> none;
    const auto found = known_.holdings.find(id);
    return found == known_.holdings.end() ? none : found->second;
}

std::string RosterJudge::choice_of(const RosterLine& line, RosterColumn column) const {
    const auto found = answers_.find({line.row, column});
    if (found == answers_.end() || found->second.kind != AnswerKind::choice) return {};
    return found->second.value;
}

void RosterJudge::blame(
    RosterLine& line,
    RosterColumn column,
    RosterFault code,
    std::string value,
    std::vector<FaultOption> options
) {
    faults_->push_back({line.row, column, code, std::move(value), std::move(options)});
    const auto severity = severity_of(code);
    line.is_faulty |= severity == FaultSeverity::error;
    line.is_asked |= severity == FaultSeverity::question;
}

void RosterJudge::find_people(std::vector<RosterLine>& lines) {
    for (const auto& line : lines) numbers_.insert(line.staff_number);
    for (auto& line : lines) {
        const bool says_who = !line.staff_number.empty() && line.birth_date && !line.name.empty();
        if (says_who && !line.is_left_out) find_person(line);
    }
}

void RosterJudge::find_person(RosterLine& line) {
    const auto [first, is_first] = first_of_number_.try_emplace(line.staff_number, &line);
    if (!is_first && first->second->birth_date != line.birth_date) {
        const auto& other = *first->second->birth_date;
        return blame(line, birth_date, RosterFault::number_other_birth_date, to_text(other));
    }
    const KnownPerson* other = nullptr;
    if (const auto found = known_.by_number.find(line.staff_number);
        found != known_.by_number.end()) {
        for (const auto id : found->second) {
            const auto& person = known_.people.at(id);
            if (person.birth_date == *line.birth_date) {
                line.person = id;
                return compare_with_known(line, person);
            }
            if (person.is_inside) other = &person;
        }
    }
    if (other) {
        const auto known = to_text(other->birth_date);
        return blame(line, birth_date, RosterFault::number_other_birth_date, known);
    }
    find_namesake(line);
    if (line.person) return;
    auto& stranger = strangers_[person_key(line.staff_number, *line.birth_date)];
    if (!stranger) stranger = ids_.make<PersonId>();
    line.person = stranger;
}

// A number that nobody has, and a name and birth date that somebody here has.
void RosterJudge::find_namesake(RosterLine& line) {
    const auto found = known_.by_name.find(person_key(fold(line.name), *line.birth_date));
    if (found == known_.by_name.end()) return;
    std::vector<FaultOption> options;
    const auto answer = choice_of(line, name);
    for (const auto id : found->second) {
        const auto& person = known_.people.at(id);
        // Who stands in the file under the own number is another person.
        if (numbers_.contains(person.staff_number)) continue;
        const auto value = to_text(id.value);
        if (answer == value) line.person = id;
        options.push_back({value, person.name + ", " + person.staff_number});
    }
    if (options.empty() || answer == "new" || line.person) return;
    options.push_back({"new", ""});
    blame(line, name, RosterFault::same_person, line.name, std::move(options));
}

void RosterJudge::compare_with_known(RosterLine& line, const KnownPerson& person) {
    if (line.name == person.name || !person.is_held) return;
    if (!person.is_inside) {
        return blame(line, staff_number, RosterFault::number_elsewhere, line.staff_number);
    }
    const auto answer = choice_of(line, name);
    if (answer == "rename") return;
    if (answer == "keep_known") {
        line.name = person.name;
        return;
    }
    blame(
        line,
        name,
        RosterFault::number_other_name,
        line.name,
        {{"rename", line.name}, {"keep_known", person.name}}
    );
}

void RosterJudge::compare_rows(const Lines& lines) {
    const RosterLine* main = nullptr;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto& line = *lines[i];
        if (i > 0) compare_with_first(line, *lines.front());
        const bool repeats =
            line.post && std::any_of(
                             lines.begin(),
                             lines.begin() + static_cast<std::ptrdiff_t>(i),
                             [&](const RosterLine* before) {
                                 return before->post == line.post && before->kind == line.kind;
                             }
                         );
        if (repeats) {
            blame(line, staff_number, RosterFault::duplicate_row, line.staff_number);
            continue;
        }
        if (line.kind != HoldingKind::main || !line.post || !line.from || line.is_faulty) continue;
        const Period period{*line.from, line.until};
        if (main && period.overlaps({*main->from, main->until})) {
            blame(line, kind, RosterFault::two_main_posts, name_of(line.kind));
        } else {
            main = &line;
        }
    }
}

void RosterJudge::compare_with_first(RosterLine& line, const RosterLine& first) {
    const auto compare = [&](RosterColumn column, const std::string& mine, const std::string& theirs
                         ) {
        if (mine.empty() || theirs.empty() || mine == theirs) return;
        blame(line, column, RosterFault::row_disagrees, mine);
    };
    compare(name, line.name, first.name);
    compare(sex, line.sex, first.sex);
    compare(rank, line.rank, first.rank);
    compare(qualification, line.qualification, first.qualification);
    compare(email, line.email, first.email);
}

}  // namespace nangluc::organisation
