#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/programmes/participation_store.hpp"
#include "modules/programmes/programme_service.hpp"

namespace nangluc::programmes {

BOOST_DESCRIBE_STRUCT(Outcome, (), (competency, from_level, to_level))
BOOST_DESCRIBE_STRUCT(Topic, (), (seq, title, description, outcome, hours))
BOOST_DESCRIBE_STRUCT(
    ParticipationCounts, (), (participations, persons, still_here, elsewhere, left)
)
BOOST_DESCRIBE_STRUCT(OtherProgramme, (), (programme, version, code, title, title_en))

// A programme as the replies of the module show it. Included by *_http.cpp only.
struct ProgrammeReply {
    ProgrammeVersionId id;
    ProgrammeId programme;
    std::string code;
    int number = 1;
    std::string title;
    std::string title_en;
    std::string provider;
    std::string content;
    std::string form;
    ProgrammeStatus status{};
    Date from;
    Date until;
    int hours = 0;
    int days = 0;
    int min_class = 1;
    int max_class = 1;
    Money cost_per_class;
    Money cost_per_person;
    std::vector<Outcome> outcomes;
};
BOOST_DESCRIBE_STRUCT(
    ProgrammeReply,
    (),
    (id,
     programme,
     code,
     number,
     title,
     title_en,
     provider,
     content,
     form,
     status,
     from,
     until,
     hours,
     days,
     min_class,
     max_class,
     cost_per_class,
     cost_per_person,
     outcomes)
)

struct NamedOutcomeReply {
    CompetencyId competency;
    std::string code;
    std::string name;
    int levels = 0;
    int from_level = 0;
    int to_level = 0;
};
BOOST_DESCRIBE_STRUCT(NamedOutcomeReply, (), (competency, code, name, levels, from_level, to_level))

struct EquivalenceReply {
    OtherProgramme other;
    bool stands_for_other = false;
    int months_valid = 0;
};
BOOST_DESCRIBE_STRUCT(EquivalenceReply, (), (other, stands_for_other, months_valid))

struct ProgrammePageReply {
    ProgrammeReply version;
    UnitId owner;
    std::string purpose;
    std::string audience;
    std::string languages;
    std::string legal_basis;
    std::string source;
    std::vector<NamedOutcomeReply> outcomes;
    std::vector<Topic> topics;
    std::vector<OtherProgramme> prerequisites;
    std::vector<EquivalenceReply> equivalences;
    std::vector<ProgrammeReply> versions;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(
    ProgrammePageReply,
    (),
    (version,
     owner,
     purpose,
     audience,
     languages,
     legal_basis,
     source,
     outcomes,
     topics,
     prerequisites,
     equivalences,
     versions,
     actions)
)

ProgrammeReply reply_of(const Programme& programme);
ProgrammePageReply reply_of(const ProgrammePage& page, const Actor& reader);

}  // namespace nangluc::programmes
