#pragma once

#include <string>

#include "app/world/chance.hpp"

namespace nangluc::world {

// Peoples whose names are made: the shares differ by region.
enum class People { kinh, thai, hmong, tay };

// An invented full name in the form the people uses: "Lò Thị Mai", "Vàng A Dế", "Nguyễn Thu Hà".
// Equal names are as common as in life.
std::string make_name(Chance& chance, People people, bool is_woman);

// Who lives in a province, by its code, roughly: highland names are common in the north-west.
People people_of(Chance& chance, const std::string& province_code);

}  // namespace nangluc::world
