package norrhub.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

/** Rows turned into one array per column, for {@code unnest}: one statement writes them all. */
final class UnnestColumns {
  private final String[] types;
  private final List<@Nullable Object[]> rows = new ArrayList<>();

  UnnestColumns(String... types) {
    this.types = types;
  }

  void add(@Nullable Object... values) {
    if (values.length != types.length) {
      throw new IllegalArgumentException(
          values.length + " values for " + types.length + " columns");
    }
    rows.add(values);
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  int size() {
    return rows.size();
  }

  Object[] columns() {
    return IntStream.range(0, types.length).mapToObj(this::column).toArray();
  }

  private SqlArrayValue column(int index) {
    return new SqlArrayValue(types[index], rows.stream().map(row -> row[index]).toArray());
  }
}
