package dev.taut.spark;

import dev.taut.path.MomentSums;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;

/**
 * The sums of [X y] over the rows of each fold, from one pass over the cluster's data.
 *
 * @param folds one per fold
 * @param wrong rows that cannot be used, each in a sentence; at most {@link #NAMED}
 */
record RowSums(List<MomentSums> folds, List<String> wrong) {
    /** Rows that are named before the others are only counted. */
    static final int NAMED = 5;

    /**
     * A row as it is summed.
     *
     * @param numbers features, then the label
     * @param fold    a number, or negative to have it drawn from the row's numbers
     */
    record Row(double[] numbers, double weight, int fold) implements Serializable {
        private static final long serialVersionUID = 1;

        /** What cannot be used about it. */
        Optional<String> trouble() {
            int label = numbers.length - 1;
            for (int j = 0; j <= label; j++) {
                if (!Double.isFinite(numbers[j])) {
                    String where = j == label ? "the label" : "feature " + j;
                    return Optional.of(where + " is " + numbers[j]);
                }
            }
            return weight >= 0 && Double.isFinite(weight) ? Optional.empty() : Optional.of("the weight is " + weight);
        }

        /** The same for equal rows, wherever they lie: SplitMix64's finisher over the bits of all numbers. */
        int fold(int folds, long seed) {
            if (fold >= 0) {
                return fold;
            }
            long hash = seed;
            for (double number : numbers) {
                hash = mix(hash ^ Double.doubleToLongBits(number + 0.0));
            }
            return (int) Math.floorMod(hash, (long) folds);
        }

        private static long mix(long bits) {
            long z = bits + 0x9E3779B97F4A7C15L;
            z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            return z ^ (z >>> 31);
        }
    }

    /** What travels: the sums of each fold as numbers. */
    private record Part(double[][] folds, String[] wrong) implements Serializable {
        private static final long serialVersionUID = 1;

        static Part of(Iterator<Row> rows, int partition, int size, int folds, long seed) {
            MomentSums[] sums = IntStream.range(0, folds)
                    .mapToObj(f -> new MomentSums(size))
                    .toArray(MomentSums[]::new);
            Stream.Builder<String> wrong = Stream.builder();
            int named = 0;
            long number = 0;
            while (rows.hasNext()) {
                Row row = rows.next();
                Optional<String> trouble = row.numbers().length == size
                        ? row.trouble()
                        : Optional.of(row.numbers().length - 1 + " features where others have " + (size - 1));
                if (trouble.isEmpty()) {
                    sums[row.fold(folds, seed)].add(row.numbers(), row.weight());
                } else if (named++ < NAMED) {
                    wrong.add("partition " + partition + ", row " + number + ": " + trouble.get());
                }
                number++;
            }
            double[][] arrays = Arrays.stream(sums).map(MomentSums::toArray).toArray(double[][]::new);
            return new Part(arrays, wrong.build().toArray(String[]::new));
        }

        Part merge(Part other, int size) {
            double[][] merged = new double[folds.length][];
            for (int f = 0; f < merged.length; f++) {
                MomentSums sums = MomentSums.of(size, folds[f]);
                sums.merge(MomentSums.of(size, other.folds[f]));
                merged[f] = sums.toArray();
            }
            String[] all = Stream.concat(Arrays.stream(wrong), Arrays.stream(other.wrong))
                    .limit(NAMED)
                    .toArray(String[]::new);
            return new Part(merged, all);
        }
    }

    /**
     * @param size  features and label
     * @param folds how many; 1 for none
     */
    static RowSums of(JavaRDD<Row> rows, int size, int folds, long seed) {
        Part all = rows.mapPartitionsWithIndex(
                        (partition, part) -> List.of(Part.of(part, partition, size, folds, seed))
                                .iterator(),
                        true)
                .treeReduce((a, b) -> a.merge(b, size));
        return new RowSums(
                Arrays.stream(all.folds).map(f -> MomentSums.of(size, f)).toList(), List.of(all.wrong));
    }

    /** All folds but this one; all of them for −1. */
    MomentSums without(int fold) {
        MomentSums sums = new MomentSums(folds.get(0).size());
        for (int f = 0; f < folds.size(); f++) {
            if (f != fold) {
                sums.merge(folds.get(f));
            }
        }
        return sums;
    }
}
