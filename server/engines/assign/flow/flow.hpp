#pragma once

#include <cstdint>
#include <vector>

namespace nangluc::assign {

// A directed network with whole capacities. The nodes are 0 … nodes - 1.
struct Network {
    struct Arc {
        int from;
        int to;
        int capacity;
        std::int64_t gain;  // for each unit that flows
    };

    int nodes = 0;
    int source = 0;
    int sink = 0;
    std::vector<Arc> arcs;
};

// How much flows on each arc, by arc, so that the gain is the largest there is: any amount from the
// source to the sink, none where it would only cost. Whole numbers in give whole numbers out (the
// matrix of a network is totally unimodular). The same network gives the same flow. The gain times
// the number of nodes must stay below 2^62.
std::vector<int> largest_gain(const Network& network);

}  // namespace nangluc::assign
