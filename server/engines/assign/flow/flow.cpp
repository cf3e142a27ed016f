#include "engines/assign/flow/flow.hpp"

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <limits>
#include <stdexcept>

namespace nangluc::assign {

std::vector<int> largest_gain(const Network& network) {
    using Graph = lemon::SmartDigraph;
    Graph graph;
    graph.reserveNode(network.nodes);
    graph.reserveArc(static_cast<int>(network.arcs.size()) + 1);
    for (int node = 0; node < network.nodes; ++node) graph.addNode();

    Graph::ArcMap<int> capacity(graph);
    Graph::ArcMap<std::int64_t> cost(graph);
    std::vector<Graph::Arc> arcs;
    arcs.reserve(network.arcs.size());
    for (const auto& arc : network.arcs) {
        arcs.push_back(graph.addArc(graph.nodeFromId(arc.from), graph.nodeFromId(arc.to)));
        capacity[arcs.back()] = arc.capacity;
        cost[arcs.back()] = -arc.gain;
    }
    // The way back closes every path to a circle, so that any amount may flow.
    const auto back =
        graph.addArc(graph.nodeFromId(network.sink), graph.nodeFromId(network.source));
    capacity[back] = std::numeric_limits<int>::max();
    cost[back] = 0;

    lemon::NetworkSimplex<Graph, int, std::int64_t> simplex(graph);
    simplex.upperMap(capacity).costMap(cost);
    if (simplex.run() != decltype(simplex)::OPTIMAL) throw std::logic_error("no optimal flow");

    std::vector<int> flow;
    flow.reserve(arcs.size());
    for (const auto& arc : arcs) flow.push_back(simplex.flow(arc));
    return flow;
}

}  // namespace nangluc::assign
