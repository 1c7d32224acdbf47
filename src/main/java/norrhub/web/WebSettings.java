package norrhub.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of what is served.
 *
 * @param requestsPerMinute from one address
 */
@ConfigurationProperties("norrhub.web")
record WebSettings(@DefaultValue("600") int requestsPerMinute) {}
