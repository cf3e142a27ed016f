#include "modules/organisation/module.hpp"

namespace nangluc::organisation {

constexpr auto select_import_of_file = R"sql(
    SELECT id
      FROM organisation_roster_imports
     WHERE file_hash = $1
     LIMIT 1
)sql";

bool keeps_file(db::Tx& tx, std::string_view hash) {
    return tx.one(select_import_of_file, hash).has_value();
}

}  // namespace nangluc::organisation
