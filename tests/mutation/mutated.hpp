#pragma once
// Included into every file of the mutated copy: which of the mutants built into it is alive in this run.
#include <cstdlib>

inline bool mutant(int number) {
    static const char* const chosen = std::getenv("MUTANT");
    static const int alive = chosen ? std::atoi(chosen) : -1;
    return number == alive;
}
