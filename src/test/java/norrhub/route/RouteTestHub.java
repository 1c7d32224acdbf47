package norrhub.route;

import norrhub.platform.JobStates;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The part of the hub that fetches: from the partners' servers to the ledger, and no further. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan({
  "norrhub.config",
  "norrhub.platform",
  "norrhub.partner",
  "norrhub.fetch",
  "norrhub.delivery",
  "norrhub.record",
  "norrhub.mapping",
  "norrhub.poll",
  "norrhub.route"
})
@ConfigurationPropertiesScan("norrhub")
@Import(JobStates.class)
class RouteTestHub {}
