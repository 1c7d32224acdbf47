package norrhub.platform;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The folders the hub works in.
 *
 * @param config the folder of partners, formats, boards and vocabulary
 * @param routes the folder of the {@code *.camel.yaml} files
 * @param data the folder of archive, published documents and broker journal; hubs on one database
 *     share it
 */
@ConfigurationProperties("norrhub.home")
public record HubDirectories(
    @DefaultValue("config") Path config,
    @DefaultValue("routes") Path routes,
    @DefaultValue("data") Path data) {}
