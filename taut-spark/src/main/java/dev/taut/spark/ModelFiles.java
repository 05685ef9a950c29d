package dev.taut.spark;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.util.DefaultParamsReader$;
import org.apache.spark.ml.util.DefaultParamsWriter$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A model as files of data: its settings as JSON, as Spark writes them, and its numbers as one row of Parquet. */
final class ModelFiles {
    private static final String DATA = "/data";
    private static final StructType SCHEMA = new StructType()
            .add("coefficients", SQLDataTypes.VectorType(), false)
            .add("intercept", DataTypes.DoubleType, false)
            .add("lambda", DataTypes.DoubleType, false)
            .add("gap", DataTypes.DoubleType, false)
            .add("lambdas", DataTypes.createArrayType(DataTypes.DoubleType, false), false)
            .add("means", DataTypes.createArrayType(DataTypes.DoubleType, false), false)
            .add("errors", DataTypes.createArrayType(DataTypes.DoubleType, false), false)
            .add("path", DataTypes.createArrayType(SQLDataTypes.VectorType(), false), false);

    private ModelFiles() {}

    /** Writes a model. */
    static final class Writer extends MLWriter {
        private final TautModel model;

        Writer(TautModel model) {
            this.model = model;
        }

        @Override
        public void saveImpl(String path) {
            DefaultParamsWriter$.MODULE$.saveMetadata(model, path, sparkSession());
            TautModel.State state = model.state();
            Row row = RowFactory.create(
                    Vectors.dense(state.coefficients()),
                    state.intercept(),
                    state.lambda(),
                    state.gap(),
                    boxed(state.lambdas()),
                    boxed(state.means()),
                    boxed(state.errors()),
                    state.path());
            sparkSession()
                    .createDataFrame(List.of(row), SCHEMA)
                    .coalesce(1)
                    .write()
                    .parquet(path + DATA);
        }

        private static Double[] boxed(double[] values) {
            return Arrays.stream(values).boxed().toArray(Double[]::new);
        }
    }

    /** Reads a model back. */
    static final class Reader extends MLReader<TautModel> {
        @Override
        public TautModel load(String path) {
            var metadata = DefaultParamsReader$.MODULE$.loadMetadata(path, sparkSession(), TautModel.class.getName());
            Row row = sparkSession().read().schema(SCHEMA).parquet(path + DATA).head();
            TautModel model = new TautModel(
                    metadata.uid(),
                    new TautModel.State(
                            row.<Vector>getAs(0).toArray(),
                            row.getDouble(1),
                            row.getDouble(2),
                            row.getDouble(3),
                            numbers(row, 4),
                            numbers(row, 5),
                            numbers(row, 6),
                            row.<Vector>getList(7).toArray(Vector[]::new)));
            metadata.getAndSetParams(model, metadata.getAndSetParams$default$2());
            return model;
        }

        private static double[] numbers(Row row, int field) {
            return row.<Double>getList(field).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
        }
    }
}
