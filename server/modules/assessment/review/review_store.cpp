#include "modules/assessment/review/review_store.hpp"

namespace nangluc::assessment {

static Review review_of(const db::Row& row) {
    return {
        .id = row.get<ReviewId>("id"),
        .person = row.get<PersonId>("person_id"),
        .competency = row.get<CompetencyId>("competency_id"),
        .kind = row.get<ReviewKind>("kind"),
        .text = row.get<std::string>("text"),
        .asked_by = row.get<AccountId>("asked_by"),
        .asked_at = row.get<Instant>("asked_at"),
        .deadline = row.get<std::optional<Date>>("deadline").value_or(Date::never()),
        .decided_by = row.get<AccountId>("decided_by"),
        .decided_at = row.get<std::optional<Instant>>("decided_at").value_or(Instant{}),
        .outcome = row.get<std::optional<ReviewOutcome>>("outcome"),
        .answer = row.get<std::optional<std::string>>("answer").value_or(""),
        .rating = row.get<RatingId>("rating_id"),
    };
}

static std::vector<Review> reviews_of(const std::vector<db::Row>& rows) {
    std::vector<Review> reviews;
    reviews.reserve(rows.size());
    for (const auto& row : rows) reviews.push_back(review_of(row));
    return reviews;
}

constexpr auto select_review = R"sql(
    SELECT id, person_id, competency_id, kind, text, asked_by, asked_at, deadline, decided_by,
           decided_at, outcome, answer, rating_id
      FROM assessment_reviews
     WHERE id = $1
)sql";

Result<Review> find_review(db::Tx& tx, ReviewId id) {
    const auto row = tx.one(select_review, id);
    if (!row) return not_found("review");
    return review_of(*row);
}

constexpr auto select_reviews = R"sql(
    SELECT id, person_id, competency_id, kind, text, asked_by, asked_at, deadline, decided_by,
           decided_at, outcome, answer, rating_id
      FROM assessment_reviews
     WHERE person_id = $1 AND (competency_id = $2 OR $2 = 0)
     ORDER BY id DESC
)sql";

std::vector<Review> list_reviews(db::Tx& tx, PersonId person, CompetencyId competency) {
    return reviews_of(tx.all(select_reviews, person, competency.value));
}

constexpr auto insert_review = R"sql(
    INSERT INTO assessment_reviews (id, person_id, competency_id, kind, text, asked_by, asked_at,
           deadline)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
)sql";

void add_review(db::Tx& tx, const Review& review) {
    const auto deadline =
        review.deadline == Date::never() ? std::nullopt : std::optional(review.deadline);
    tx.run(
        insert_review,
        review.id,
        review.person,
        review.competency,
        review.kind,
        review.text,
        review.asked_by,
        review.asked_at,
        deadline
    );
}

constexpr auto update_decision = R"sql(
    UPDATE assessment_reviews
       SET decided_by = $2, decided_at = $3, outcome = $4, answer = $5, rating_id = $6
     WHERE id = $1 AND decided_at IS NULL
)sql";

Result<> save_decision(db::Tx& tx, const Review& review) {
    const auto rows = tx.run(
        update_decision,
        review.id,
        review.decided_by,
        review.decided_at,
        review.outcome,
        review.answer,
        review.rating
    );
    if (rows == 0) return conflict("review.decided");
    return {};
}

constexpr auto select_reviews_below = R"sql(
    SELECT DISTINCT r.id, r.person_id, r.competency_id, r.kind, r.text, r.asked_by, r.asked_at,
           r.deadline, r.decided_by, r.decided_at, r.outcome, r.answer, r.rating_id
      FROM assessment_reviews r
      JOIN organisation_v_holdings h
        ON h.person_id = r.person_id AND h.kind = 'main'
       AND h.from_date <= $3 AND h.until_date > $3
       AND h.recorded_at <= $4 AND h.superseded_at > $4
      JOIN organisation_v_places p
        ON p.unit_id = h.unit_id
       AND p.from_date <= $3 AND p.until_date > $3
       AND p.recorded_at <= $4 AND p.superseded_at > $4
     WHERE r.kind = 'review'
       AND p.path >= $1 AND p.path < $2
       AND ($5 = 'all' OR ($5 = 'open' AND r.outcome IS NULL)
            OR ($5 = 'decided' AND r.outcome IS NOT NULL))
       AND (r.deadline > $6 OR (r.deadline = $6 AND r.id > $7))
     ORDER BY r.deadline, r.id
     LIMIT $8
)sql";

std::vector<Review> list_reviews_below(
    db::Tx& tx, const UnitPath& place, const ReviewsQuestion& question, AsOf at
) {
    return reviews_of(tx.all(
        select_reviews_below,
        place.range_from(),
        place.range_until(),
        at.on,
        at.known_at,
        question.status,
        question.after.deadline,
        question.after.review.value,
        question.limit
    ));
}

ReviewPlace place_of(const Review& review) {
    return {review.deadline, review.id};
}

}  // namespace nangluc::assessment
