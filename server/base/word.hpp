#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace nangluc {

// An enumerator is the word in the database, in the JSON and in the web's types. The enum is
// described once, under its definition: BOOST_DESCRIBE_ENUM(PlanStatus, draft, submitted, approved)
template <class Enum>
concept Word = std::is_enum_v<Enum> && boost::describe::has_describe_enumerators<Enum>::value;

template <Word Enum>
std::string name_of(Enum value) {
    return boost::describe::enum_to_string(value, "");
}

// Refuses a word that is none of the enumerators, with "not_one_of".
template <Word Enum>
Result<Enum> parse_word(std::string_view word) {
    std::optional<Enum> found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto enumerator) {
        if (word == enumerator.name) found = enumerator.value;
    });
    if (!found) return invalid("not_one_of");
    return *found;
}

}  // namespace nangluc
