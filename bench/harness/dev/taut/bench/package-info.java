/** What every JVM contestant of the race shares: the workload on disk, one interface, one stop watch. Knows no solver. */
package dev.taut.bench;
