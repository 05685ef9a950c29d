package dev.taut.solver;

import dev.taut.design.Design;
import dev.taut.kernel.Vectors;
import dev.taut.loss.Coupling;
import dev.taut.loss.Datafit;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * H = X̃ᵀ∇²F(η)X̃ restricted to the coordinates met so far, at one reference η and corrected by {@link Secants}; X̃ is the
 * design, block by block, with a column of ones per output for the intercepts.
 *
 * <p>For the squared loss the reference never ages. For other losses the solver keeps the model, corrected by what its
 * steps {@linkplain #learn teach}, as long as it contracts well enough and then {@linkplain #refresh takes a new
 * reference}.
 */
final class CurvatureModel {

    private final Design design;
    private final Datafit datafit;
    private final int blocks;
    private final int[] position;
    private int[] coordinates = new int[16];
    private double[][] h = new double[16][16];

    private final Secants secants = new Secants();
    private final SupportFactor factor = new SupportFactor();
    private final PieceFactor pieces = new PieceFactor();
    private int size;
    private double[] reference = new double[0];
    /** The diagonal that products of a single output are taken with; {@link #coupled} takes the rest away. */
    private final double[] weight;
    /** Xᵀ of the reference's curvature, of a single output; NaN, or empty, until asked for. */
    private double[] sums = new double[0];

    private double trace;
    private Optional<CoupledColumns> coupled = Optional.empty();
    private boolean fresh;

    CurvatureModel(Design design, Datafit datafit) {
        this.design = design;
        this.datafit = datafit;
        this.blocks = design.columns() * datafit.outputs();
        this.position = new int[blocks + datafit.outputs()];
        Arrays.fill(position, -1);
        this.weight = new double[design.rows() * datafit.outputs()];
    }

    int size() {
        return size;
    }

    /** The coordinate at a position; those from p·K on are intercepts. */
    int coordinate(int at) {
        return coordinates[at];
    }

    boolean has(int coordinate) {
        return position[coordinate] >= 0;
    }

    int position(int coordinate) {
        return position[coordinate];
    }

    /** An entry of H as it is at the reference. */
    double entry(int at, int other) {
        return h[at][other];
    }

    /** out += a·H·v. */
    void addTimes(double[] v, double a, double[] out) {
        secants.addTimes(h, size, v, a, out);
    }

    /** Row of H at a position. */
    double[] row(int at) {
        if (secants.isEmpty()) {
            return h[at];
        }
        double[] unit = new double[size];
        unit[at] = 1;
        double[] row = new double[size];
        addTimes(unit, 1, row);
        return row;
    }

    /** Overwrites b by a solution of (H + D)x = b on a support; D has one entry per element of it. */
    void solve(int[] support, double[] shift, double[] b) {
        factor.solve(h, secants, support, shift, b);
    }

    /** The factor that Newton steps on pieces of block penalties are conditioned by. */
    PieceFactor pieces() {
        return pieces;
    }

    /** Whether H is the curvature at the current η: for the squared loss always, else until the first step from it. */
    boolean isExact() {
        return fresh || datafit.isQuadratic();
    }

    void age() {
        fresh = false;
    }

    boolean isEmpty() {
        return reference.length == 0;
    }

    /** Forgets everything and takes a new reference. */
    void refresh(State state) {
        refresh(state, 0);
    }

    /**
     * The same.
     *
     * @param damping added to the curvature of every row of a single output, per unit of its weight
     */
    void refresh(State state, double damping) {
        reference = state.eta.clone();
        Optional<Coupling> coupling = datafit.coupling(state.eta);
        coupled = coupling.map(c -> new CoupledColumns(design, c));
        double[] diagonal = coupling.map(Coupling::diagonal).orElse(state.curvature);
        System.arraycopy(diagonal, 0, weight, 0, weight.length);
        if (damping > 0 && datafit.outputs() == 1) {
            Vectors.shiftedAxpy(damping, datafit.weights(), 0, weight, 0, weight.length);
        }
        sums = new double[0];
        trace = Vectors.sum(state.curvature, 0, state.curvature.length);
        for (int i = 0; i < size; i++) {
            position[coordinates[i]] = -1;
        }
        size = 0;
        fresh = true;
        secants.clear();
        factor.forget();
        pieces.forget();
    }

    /** Mean curvature at η over mean curvature at the reference: one number that keeps an old model useful. */
    double scaleAt(double[] curvature) {
        double now = Vectors.sum(curvature, 0, curvature.length);
        double ratio = now / trace;
        return ratio > 0 && Double.isFinite(ratio) ? ratio : 1;
    }

    /** The diagonal of ∇²F at the reference, or more than it where rows are coupled; not to be changed. */
    double[] weight() {
        return weight;
    }

    /** The product of a column with {@link #weight()}, for a single output; computed once for each reference. */
    double sum(int column) {
        if (sums.length != blocks) {
            sums = new double[blocks];
            Arrays.fill(sums, Double.NaN);
        }
        if (Double.isNaN(sums[column])) {
            sums[column] = design.dot(column, weight, 0);
        }
        return sums[column];
    }

    /** Adds coordinates, the first ones of a single output in one pass over X. */
    void add(int... added) {
        int[] missing = IntStream.of(added).filter(c -> !has(c)).distinct().toArray();
        if (missing.length == 0) {
            return;
        }
        int[] columns = IntStream.of(missing).filter(c -> c < blocks).toArray();
        if (datafit.outputs() == 1) {
            addBlock(columns);
        } else if (size == 0) {
            addOutputs(missing);
        }
        IntStream.of(missing).filter(c -> !has(c)).forEach(this::addOne);
        secants.extend(h, size);
    }

    /** Columns of a single output, their products with all columns already there and with each other at once. */
    private void addBlock(int[] columns) {
        int[] known =
                IntStream.range(0, size).filter(i -> coordinates[i] < blocks).toArray();
        int[] places = Arrays.copyOf(known, known.length + columns.length);
        int[] all = new int[places.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = i < known.length ? coordinates[known[i]] : columns[i - known.length];
        }
        double[][] products = design.gram(all, new double[all.length], known.length, weight);
        coupled.ifPresent(c -> c.subtract(all, known.length, products));
        for (int i = known.length; i < all.length; i++) {
            places[i] = append(all[i]);
            double[] row = products[i - known.length];
            for (int j = 0; j <= i; j++) {
                h[places[i]][places[j]] = row[j];
                h[places[j]][places[i]] = row[j];
            }
        }
        if (known.length < size - columns.length) {
            for (int column : columns) {
                addIntercepts(position[column]);
            }
        }
    }

    /** Coordinates of several outputs into an empty model. */
    private void addOutputs(int[] added) {
        OutputGrams grams = new OutputGrams(design, datafit, added);
        if (grams.pay()) {
            double[][] products = grams.at(reference);
            for (int coordinate : added) {
                append(coordinate);
            }
            for (int i = 0; i < added.length; i++) {
                System.arraycopy(products[i], 0, h[i], 0, added.length);
            }
        }
    }

    /** The products of a column of a single output with the intercept, which is there. */
    private void addIntercepts(int at) {
        int intercept = position[blocks];
        double sum = withIntercept(coordinates[at]);
        h[at][intercept] = sum;
        h[intercept][at] = sum;
    }

    /**
     * Corrects H so that it maps this step to the change of the gradient that the step brought.
     *
     * @param step   one value per coordinate of the model
     * @param change of the gradient, divided by the scale of the model
     */
    void learn(double[] step, double[] change) {
        secants.add(step, change, h, size);
    }

    private int append(int coordinate) {
        grow();
        coordinates[size] = coordinate;
        position[coordinate] = size;
        return size++;
    }

    /** One product with ∇²F and one pass over the columns already there. */
    private void addOne(int coordinate) {
        if (datafit.outputs() == 1 && coordinate == blocks) {
            addIntercept();
            return;
        }
        double[] column = new double[weight.length];
        axpy(coordinate, 1, column);
        double[] product = new double[weight.length];
        datafit.curvatureTimes(reference, column, product);
        int at = append(coordinate);
        for (int k = 0; k < datafit.outputs(); k++) {
            addProducts(at, k, product);
        }
    }

    /** The products of a vector with the columns of one output, in one sweep. */
    private void addProducts(int at, int output, double[] v) {
        int n = design.rows();
        int p = design.columns();
        int[] places = new int[size];
        int[] columns = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (coordinates[i] < blocks && coordinates[i] / p == output) {
                places[count] = i;
                columns[count++] = coordinates[i] % p;
            }
        }
        double[] products = new double[count];
        design.dot(columns, new double[count], count, v, output * n, products);
        for (int i = 0; i < count; i++) {
            h[at][places[i]] = products[i];
            h[places[i]][at] = products[i];
        }
        if (has(blocks + output)) {
            int intercept = position[blocks + output];
            h[at][intercept] = Vectors.sum(v, output * n, n);
            h[intercept][at] = h[at][intercept];
        }
    }

    /** The intercept of a single output. */
    private void addIntercept() {
        int at = append(blocks);
        for (int i = 0; i < at; i++) {
            h[at][i] = withIntercept(coordinates[i]);
            h[i][at] = h[at][i];
        }
        h[at][at] = withIntercept(blocks);
    }

    /** The entry of H for the intercept of a single output and another coordinate. */
    private double withIntercept(int coordinate) {
        double product = coordinate == blocks ? Vectors.sum(weight, 0, weight.length) : sum(coordinate);
        return product - coupled.map(c -> c.product(coordinate, blocks)).orElse(0.0);
    }

    /** ⟨column of this coordinate, v⟩. */
    double dot(int coordinate, double[] v) {
        int n = design.rows();
        int p = design.columns();
        return coordinate < blocks
                ? design.dot(coordinate % p, v, coordinate / p * n)
                : Vectors.sum(v, (coordinate - blocks) * n, n);
    }

    /** v += a · column of this coordinate. */
    void axpy(int coordinate, double a, double[] v) {
        int n = design.rows();
        int p = design.columns();
        if (coordinate < blocks) {
            design.axpy(coordinate % p, a, v, coordinate / p * n);
        } else {
            Vectors.add(a, v, (coordinate - blocks) * n, n);
        }
    }

    /** v += Σ aᵢ · column of coordinate i of this model. */
    void axpy(double[] a, double[] v) {
        int n = design.rows();
        int p = design.columns();
        for (int k = 0; k < datafit.outputs(); k++) {
            int[] columns = new int[a.length];
            double[] values = new double[a.length];
            int count = 0;
            for (int i = 0; i < a.length; i++) {
                if (a[i] == 0) {
                    continue;
                }
                int c = coordinates[i];
                if (c == blocks + k) {
                    Vectors.add(a[i], v, k * n, n);
                } else if (c < blocks && c / p == k) {
                    columns[count] = c % p;
                    values[count++] = a[i];
                }
            }
            design.axpy(columns, values, new double[count], count, v, k * n);
        }
    }

    private void grow() {
        if (size < coordinates.length) {
            return;
        }
        int capacity = 2 * size;
        coordinates = Arrays.copyOf(coordinates, capacity);
        h = Arrays.copyOf(h, capacity);
        for (int i = 0; i < capacity; i++) {
            h[i] = i < size ? Arrays.copyOf(h[i], capacity) : new double[capacity];
        }
    }
}
