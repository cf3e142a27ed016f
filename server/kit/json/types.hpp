#pragma once

// Member types for described structs that say something about their JSON. Light: a service header
// may include it.

#include <string>
#include <vector>

namespace nangluc::json {

// A JSON text that is written as it stands. Whoever fills it answers for its form. Read, it takes
// any value.
struct Raw {
    std::string text = "null";

    friend bool operator==(const Raw&, const Raw&) = default;
};

// A text of up to 100,000 letters that keeps its line breaks; each line is tidied.
struct LongText {
    std::string text;

    friend bool operator==(const LongText&, const LongText&) = default;
};

// A text kept letter for letter, untidied: a password, a token, something to be signed.
struct Exact {
    std::string text;

    friend bool operator==(const Exact&, const Exact&) = default;
};

// A list of up to 100,000 items.
template <class T>
struct BigList {
    std::vector<T> items;

    friend bool operator==(const BigList&, const BigList&) = default;
};

}  // namespace nangluc::json
