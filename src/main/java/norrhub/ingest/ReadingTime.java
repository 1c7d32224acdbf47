package norrhub.ingest;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a delivery may occupy its worker. It counts what the thread computes, so a slow disk, a
 * busy database or a paused machine costs nothing. A fresh record takes half a millisecond; forty
 * times that is hostile, or a fault of ours that must not stall the other feeds.
 *
 * @param perDelivery processor time that reading a delivery may take, however few records it has.
 *     What exceeds the two limits is read no further, is reported as {@code delivery-over-time},
 *     and withdraws nothing
 * @param perRecord processor time more for each record that it held
 */
@ConfigurationProperties("norrhub.reading-time")
record ReadingTime(
    @DefaultValue("60s") Duration perDelivery, @DefaultValue("20ms") Duration perRecord) {}
