#pragma once

#include <map>
#include <string>
#include <vector>

namespace nangluc::proof {

struct Verified {
    std::vector<std::string> faults;  // a code each, with its place: none means proven
    std::string value;                // recomputed from the files; empty without a plan
    std::string bound;                // as claimed; proven where there are no faults; empty where
                                      // no plan keeps every rule
    std::size_t leaves = 0;
};

// Reads the raw files, the assignment and the certificate, and believes none of their sums: which
// rules the assignment breaks, what it is worth, whether the leaves cover all there is, and whether
// the prices of each prove the bound. All in whole numbers; nothing of the solver is used.
Verified verify(
    const std::map<std::string, std::string>& files,
    const std::string& assignment,
    const std::string& certificate
);

}  // namespace nangluc::proof
