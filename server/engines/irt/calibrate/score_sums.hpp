#pragma once

#include "engines/irt/calibrate/expectation.hpp"
#include "engines/irt/calibrate/layout.hpp"
#include "engines/irt/numeric/matrix.hpp"

namespace nangluc::irt {

// What gives a person a score: an item, or the population of a free group, which is like an item
// with one category that only its people answer.
struct Source {
    std::vector<std::size_t> places;
    std::size_t categories = 1;
    Rows gradients;  // a row a category and parameter

    const double* gradient(std::size_t category, std::size_t parameter, std::size_t stride) const {
        return gradients.data() + (category * places.size() + parameter) * stride;
    }
};

Source item_source(const Item& item, std::size_t number, const Layout& layout, const Grid& grid);
Source latent_source(const Latent& latent, std::size_t place, const Grid& grid);

// Sums over the people of one block.
struct Sums {
    Matrix squares;  // of the complete score, expected
    Matrix means;    // of each person's expected score
};

// Sums the scores of people whose abilities are known as posteriors. A column of the responses for
// each source.
class ScoreSums {
public:
    ScoreSums(
        const Responses& responses, std::vector<Source> sources, const EStep& step, std::size_t size
    );

    Sums of_block(std::size_t number) const;

private:
    struct Pair {
        std::size_t g;
        std::size_t h;
    };
    struct Answer {
        std::size_t source;
        std::size_t category;
    };
    // A block's posteriors, and for each person the nodes between which theirs is not zero.
    struct People {
        PersonBlock block;
        Rows rows;
        std::vector<std::pair<std::size_t, std::size_t>> windows;
    };

    People people_of(std::size_t number) const;
    Rows bins_of(const Pair& pair, const People& people) const;
    void add_pair(const Pair& pair, const People& people, Matrix& squares) const;
    void contract(const Answer& answer, std::size_t other, const Rows& rows, Matrix& squares) const;
    void add_means(const People& people, Matrix& means) const;

    const Responses& responses_;
    std::vector<Source> sources_;
    const EStep& step_;
    std::size_t size_;
    std::size_t stride_;
    Packing packing_;
    CategoryRows categories_;
};

}  // namespace nangluc::irt
