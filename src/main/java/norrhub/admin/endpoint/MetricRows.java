package norrhub.admin.endpoint;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The rows of each metric in a registry; those that are not set again are gone. */
final class MetricRows {
  private final Map<HubMetric, MultiGauge> gauges = new EnumMap<>(HubMetric.class);

  MetricRows(MeterRegistry registry) {
    for (HubMetric metric : HubMetric.values()) {
      gauges.put(
          metric,
          MultiGauge.builder(metric.meter()).description(metric.meaning()).register(registry));
    }
  }

  void set(HubMetric metric, List<? extends Row<?>> rows) {
    MultiGauge gauge = gauges.get(metric);
    if (gauge != null) {
      gauge.register(new ArrayList<Row<?>>(rows), true);
    }
  }
}
