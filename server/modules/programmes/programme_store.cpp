#include "modules/programmes/programme_store.hpp"

#include "base/clock.hpp"
#include "base/search_pattern.hpp"
#include "base/text.hpp"

namespace nangluc::programmes {

using db::Values;

constexpr auto select_outcomes = R"sql(
    SELECT competency_id, from_level, to_level
      FROM programmes_outcomes
     WHERE version_id = $1
     ORDER BY competency_id
)sql";

static std::vector<Outcome> outcomes_of(db::Tx& tx, ProgrammeVersionId version) {
    std::vector<Outcome> outcomes;
    for (const auto& row : tx.all(select_outcomes, version)) {
        outcomes.push_back({
            .competency = row.get<CompetencyId>("competency_id"),
            .from_level = row.get<int>("from_level"),
            .to_level = row.get<int>("to_level"),
        });
    }
    return outcomes;
}

constexpr auto select_prerequisites = R"sql(
    SELECT programme_id
      FROM programmes_prerequisites
     WHERE version_id = $1
     ORDER BY programme_id
)sql";

static std::vector<ProgrammeId> prerequisites_of(db::Tx& tx, ProgrammeVersionId version) {
    std::vector<ProgrammeId> prerequisites;
    for (const auto& row : tx.all(select_prerequisites, version)) {
        prerequisites.push_back(row.get<ProgrammeId>("programme_id"));
    }
    return prerequisites;
}

static Programme programme_of(db::Tx& tx, const db::Row& row) {
    const auto id = row.get<ProgrammeVersionId>("id");
    return {
        .version =
            {
                .id = id,
                .programme = row.get<ProgrammeId>("programme_id"),
                .code = row.get<std::string>("code"),
                .number = row.get<int>("number"),
                .title = row.get<std::string>("title"),
                .title_en = row.get<std::string>("title_en"),
                .provider = row.get<std::string>("provider"),
                .hours = row.get<int>("hours"),
                .days = row.get<int>("days"),
                .min_class = row.get<int>("min_class"),
                .max_class = row.get<int>("max_class"),
                .cost_per_class = row.get<Money>("cost_per_class"),
                .cost_per_person = row.get<Money>("cost_per_person"),
                .outcomes = outcomes_of(tx, id),
                .prerequisites = prerequisites_of(tx, id),
            },
        .owner = row.get<UnitId>("owner_unit_id"),
        .purpose = row.get<std::string>("purpose"),
        .audience = row.get<std::string>("audience"),
        .content = row.get<std::string>("content"),
        .form = row.get<std::string>("form"),
        .languages = row.get<std::string>("languages"),
        .legal_basis = row.get<std::string>("legal_basis"),
        .source = row.get<std::string>("source"),
        .status = row.get<ProgrammeStatus>("status"),
        .author = row.get<std::optional<AccountId>>("author_id").value_or(AccountId{}),
        .lock = row.get<int>("version"),
        .period = row.period(),
    };
}

static std::vector<Programme> programmes_of(db::Tx& tx, const std::vector<db::Row>& rows) {
    std::vector<Programme> programmes;
    programmes.reserve(rows.size());
    for (const auto& row : rows) programmes.push_back(programme_of(tx, row));
    return programmes;
}

constexpr auto select_version = R"sql(
    SELECT v.id, v.programme_id, g.code, g.owner_unit_id, v.number, v.title, v.title_en, v.purpose,
           v.audience, v.provider, v.content, v.form, v.languages, v.hours, v.days, v.min_class,
           v.max_class, v.cost_per_class, v.cost_per_person, v.legal_basis, v.source, v.status,
           v.author_id, v.version, v.from_date, v.until_date
      FROM programmes_versions v
      JOIN programmes_programmes g ON g.id = v.programme_id
     WHERE v.id = $1
)sql";

Result<Programme> find_programme_version(db::Tx& tx, ProgrammeVersionId id) {
    const auto row = tx.one(select_version, id);
    if (!row) return not_found("programme_version");
    return programme_of(tx, *row);
}

Result<Version> find_version(db::Tx& tx, ProgrammeVersionId id) {
    return TRY(find_programme_version(tx, id)).version;
}

constexpr auto select_catalogue = R"sql(
    SELECT v.id, v.programme_id, g.code, g.owner_unit_id, v.number, v.title, v.title_en, v.purpose,
           v.audience, v.provider, v.content, v.form, v.languages, v.hours, v.days, v.min_class,
           v.max_class, v.cost_per_class, v.cost_per_person, v.legal_basis, v.source, v.status,
           v.author_id, v.version, v.from_date, v.until_date
      FROM programmes_versions v
      JOIN programmes_programmes g ON g.id = v.programme_id
     WHERE v.status = 'approved' AND v.from_date <= $1 AND v.until_date > $1
       AND v.folded LIKE $2 ESCAPE '!'
       AND (v.form = $3 OR $3 = '')
       AND (CAST($4 AS bigint) = 0 OR v.id IN (SELECT o.version_id
                                 FROM programmes_outcomes o
                                WHERE o.competency_id = $4))
       AND v.sort_key > $5
     ORDER BY v.sort_key, v.id
     LIMIT $6
)sql";

std::vector<Programme> list_programmes(db::Tx& tx, const CatalogueQuestion& question, Date on) {
    return programmes_of(
        tx,
        tx.all(
            select_catalogue,
            on,
            search_pattern(question.search),
            question.form,
            question.competency.value,
            question.after,
            question.limit
        )
    );
}

constexpr auto select_drafts = R"sql(
    SELECT v.id, v.programme_id, g.code, g.owner_unit_id, v.number, v.title, v.title_en, v.purpose,
           v.audience, v.provider, v.content, v.form, v.languages, v.hours, v.days, v.min_class,
           v.max_class, v.cost_per_class, v.cost_per_person, v.legal_basis, v.source, v.status,
           v.author_id, v.version, v.from_date, v.until_date
      FROM programmes_versions v
      JOIN programmes_programmes g ON g.id = v.programme_id
     WHERE v.status = 'draft'
     ORDER BY v.sort_key, v.id
)sql";

std::vector<Programme> list_drafts(db::Tx& tx) {
    return programmes_of(tx, tx.all(select_drafts));
}

std::vector<Version> list_versions_for(db::Tx& tx, CompetencyId competency, Date on) {
    std::vector<Version> versions;
    for (auto& programme : list_programmes(tx, {.competency = competency, .limit = 1'000}, on)) {
        versions.push_back(std::move(programme.version));
    }
    return versions;
}

constexpr auto select_version_ids = R"sql(
    SELECT id
      FROM programmes_versions
     WHERE programme_id = $1
     ORDER BY number DESC
)sql";

std::vector<ProgrammeVersionId> list_version_ids(db::Tx& tx, ProgrammeId programme) {
    std::vector<ProgrammeVersionId> ids;
    for (const auto& row : tx.all(select_version_ids, programme)) {
        ids.push_back(row.get<ProgrammeVersionId>("id"));
    }
    return ids;
}

constexpr auto select_topics = R"sql(
    SELECT seq, title, description, outcome, hours
      FROM programmes_topics
     WHERE version_id = $1
     ORDER BY seq
)sql";

std::vector<Topic> list_topics(db::Tx& tx, ProgrammeVersionId version) {
    std::vector<Topic> topics;
    for (const auto& row : tx.all(select_topics, version)) {
        topics.push_back({
            .seq = row.get<int>("seq"),
            .title = row.get<std::string>("title"),
            .description = row.get<std::string>("description"),
            .outcome = row.get<std::string>("outcome"),
            .hours = row.get<int>("hours"),
        });
    }
    return topics;
}

constexpr auto select_code = R"sql(
    SELECT id FROM programmes_programmes WHERE code = $1
)sql";

bool has_code(db::Tx& tx, std::string_view code) {
    return tx.one(select_code, code).has_value();
}

constexpr auto insert_programme = R"sql(
    INSERT INTO programmes_programmes (id, code, owner_unit_id, recorded_at)
    VALUES ($1, $2, $3, $4)
)sql";

void add_programme(db::Tx& tx, ProgrammeId id, const Programme& programme, Instant now) {
    tx.run(insert_programme, id, programme.version.code, programme.owner, now);
}

constexpr auto insert_version = R"sql(
    INSERT INTO programmes_versions (
        id, programme_id, number, title, title_en, folded, sort_key, purpose, audience, provider,
        content, form, languages, hours, days, min_class, max_class, cost_per_class,
        cost_per_person, legal_basis, source, status, version, from_date, until_date, recorded_at,
        author_id
    )
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
            $20, $21, $22, $23, $24, $25, $26, $27)
)sql";

constexpr auto insert_outcome = R"sql(
    INSERT INTO programmes_outcomes (id, version_id, competency_id, from_level, to_level)
    VALUES ($1, $2, $3, $4, $5)
)sql";

constexpr auto insert_prerequisite = R"sql(
    INSERT INTO programmes_prerequisites (version_id, programme_id) VALUES ($1, $2)
)sql";

static void add_parts(db::Tx& tx, const Kit& kit, const Version& version) {
    for (const auto& [competency, from_level, to_level] : version.outcomes) {
        tx.run(insert_outcome, kit.ids.next(), version.id, competency, from_level, to_level);
    }
    for (const auto prerequisite : version.prerequisites) {
        tx.run(insert_prerequisite, version.id, prerequisite);
    }
}

void add_version(db::Tx& tx, const Kit& kit, const Programme& programme) {
    const auto& version = programme.version;
    tx.run(
        insert_version,
        version.id,
        version.programme,
        version.number,
        version.title,
        version.title_en,
        fold(version.title + " " + version.title_en + " " + version.code),
        sort_key(version.title) + to_text(version.id.value),
        programme.purpose,
        programme.audience,
        version.provider,
        programme.content,
        programme.form,
        programme.languages,
        version.hours,
        version.days,
        version.min_class,
        version.max_class,
        version.cost_per_class,
        version.cost_per_person,
        programme.legal_basis,
        programme.source,
        programme.status,
        programme.lock,
        programme.period.from,
        programme.period.until,
        kit.clock.now(),
        programme.author
    );
    add_parts(tx, kit, version);
}

constexpr auto update_content = R"sql(
    UPDATE programmes_versions
       SET title = $3, title_en = $4, folded = $5, sort_key = $6, purpose = $7, audience = $8,
           provider = $9, content = $10, form = $11, languages = $12, hours = $13, days = $14,
           min_class = $15, max_class = $16, cost_per_class = $17, cost_per_person = $18,
           legal_basis = $19, source = $20, version = version + 1
     WHERE id = $1 AND version = $2
)sql";

constexpr auto delete_outcomes = R"sql(
    DELETE FROM programmes_outcomes WHERE version_id = $1
)sql";

constexpr auto delete_prerequisites = R"sql(
    DELETE FROM programmes_prerequisites WHERE version_id = $1
)sql";

Result<> save_content(db::Tx& tx, const Kit& kit, Programme& programme) {
    const auto& version = programme.version;
    const auto rows = tx.run(
        update_content,
        version.id,
        programme.lock,
        version.title,
        version.title_en,
        fold(version.title + " " + version.title_en + " " + version.code),
        sort_key(version.title) + to_text(version.id.value),
        programme.purpose,
        programme.audience,
        version.provider,
        programme.content,
        programme.form,
        programme.languages,
        version.hours,
        version.days,
        version.min_class,
        version.max_class,
        version.cost_per_class,
        version.cost_per_person,
        programme.legal_basis,
        programme.source
    );
    if (rows == 0) return stale("programme.stale");

    ++programme.lock;
    tx.run(delete_outcomes, version.id);
    tx.run(delete_prerequisites, version.id);
    add_parts(tx, kit, version);
    return {};
}

constexpr auto delete_topics = R"sql(
    DELETE FROM programmes_topics WHERE version_id = $1
)sql";

void replace_topics(
    db::Tx& tx, const Kit& kit, ProgrammeVersionId version, const std::vector<Topic>& topics
) {
    tx.run(delete_topics, version);
    add_topics(tx, kit, version, topics);
}

constexpr auto insert_topic = R"sql(
    INSERT INTO programmes_topics (id, version_id, seq, title, description, outcome, hours)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
)sql";

void add_topics(
    db::Tx& tx, const Kit& kit, ProgrammeVersionId version, const std::vector<Topic>& topics
) {
    for (const auto& [seq, title, description, outcome, hours] : topics) {
        tx.run(insert_topic, kit.ids.next(), version, seq, title, description, outcome, hours);
    }
}

constexpr auto update_status = R"sql(
    UPDATE programmes_versions
       SET status = $3, from_date = $4, until_date = $5, version = version + 1
     WHERE id = $1 AND version = $2
)sql";

Result<> save_status(db::Tx& tx, Programme& programme) {
    const auto rows = tx.run(
        update_status,
        programme.version.id,
        programme.lock,
        programme.status,
        programme.period.from,
        programme.period.until
    );
    if (rows == 0) return stale("programme.stale");

    ++programme.lock;
    return {};
}

}  // namespace nangluc::programmes
