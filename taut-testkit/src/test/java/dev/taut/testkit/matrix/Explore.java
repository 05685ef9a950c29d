package dev.taut.testkit.matrix;

import java.nio.file.*;
import java.util.*;

public final class Explore {
    public static void main(String[] a) throws Exception {
        int part = Integer.parseInt(a[0]), of = Integer.parseInt(a[1]);
        String filter = a.length > 2 ? a[2] : ".*";
        Path folder = Files.createTempDirectory("matrix");
        int i = 0, done = 0, bad = 0, refused = 0;
        long start = System.nanoTime();
        Map<String, Integer> refusals = new TreeMap<>();
        for (LossCase loss : LossCase.values())
            for (PenaltyCase penalty : PenaltyCase.values())
                for (Combination.Shape shape : Combination.Shape.values())
                    for (Variation v : Variation.values())
                        for (boolean intercept : new boolean[] {true, false})
                            for (boolean standardize : new boolean[] {true, false})
                                for (Storages s : Storages.values()) {
                                    if (intercept && !loss.hasIntercept()) continue;
                                    Trial t = new Trial(loss, penalty, shape, v, intercept, standardize, s);
                                    if (!t.toString().matches(filter)) continue;
                                    if (Math.floorMod((i++) * 2654435761L >> 7, of) != part) continue;
                                    Optional<String> r = t.refusal();
                                    if (r.isPresent()) { refused++; refusals.merge(r.get(), 1, Integer::sum); continue; }
                                    long t0 = System.nanoTime();
                                    List<String> c;
                                    try { c = t.complaints(folder); } catch (Throwable e) { StringBuilder sb = new StringBuilder(); for (var q : e.getStackTrace()) sb.append(q).append(" < "); c = List.of("JUDGE " + e + sb); }
                                    long ms = (System.nanoTime() - t0) / 1000000;
                                    done++;
                                    if (ms > 3000) System.out.println("SLOW " + ms + " " + t);
                                    if (!c.isEmpty()) { bad++; System.out.println("BAD " + t); for (String x : c) System.out.println("    " + x); }
                                }
        System.out.println("done " + done + " bad " + bad + " refused " + refused + " seconds " + (System.nanoTime() - start) / 1e9);
        refusals.forEach((k, v) -> System.out.println("REFUSED " + v + " " + k));
    }
}
