package norrhub.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import norrhub.sandbox.MatchingStandIn;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** A broker as somebody else runs it, with the queue of the matching system declared. */
final class BrokerMain {
  private static final String ROLE = "everybody";
  private static final String ADDRESS = "norrhub.matching";
  private static final String QUEUE = "matching";

  private BrokerMain() {}

  /** Takes a folder and a port. */
  public static void main(String... arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    ConfigurationImpl broker = new ConfigurationImpl();
    broker.setPersistenceEnabled(true).setJournalType(JournalType.NIO);
    broker.setJournalDirectory(folder.resolve("journal").toString());
    broker.setBindingsDirectory(folder.resolve("bindings").toString());
    broker.setPagingDirectory(folder.resolve("paging").toString());
    broker.setLargeMessagesDirectory(folder.resolve("large").toString());
    broker.setMaxDiskUsage(-1);
    broker.setSecurityEnabled(true).setJMXManagementEnabled(false);
    broker.addAcceptorConfiguration(
        "all", "tcp://127.0.0.1:%s?protocols=CORE".formatted(arguments[1]));
    broker.addAddressSetting(
        "#",
        new AddressSettings()
            .setAutoCreateQueues(false)
            .setAutoCreateAddresses(false)
            .setAutoDeleteQueues(false)
            .setAutoDeleteAddresses(false));
    broker.putSecurityRoles(
        "#",
        Set.of(
            new Role(
                ROLE, true, true, false, false, false, false, false, true, false, false, false,
                false)));
    broker.addQueueConfiguration(
        QueueConfiguration.of(QUEUE)
            .setAddress(ADDRESS)
            .setRoutingType(RoutingType.MULTICAST)
            .setDurable(true));
    EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    server.setConfiguration(broker);
    server.setSecurityManager(
        new ActiveMQJAASSecurityManager(
            InVMLoginModule.class.getName(),
            new SecurityConfiguration(
                Map.of(MatchingStandIn.USER, MatchingStandIn.PASSWORD),
                Map.of(MatchingStandIn.USER, List.of(ROLE)))));
    server.start();
    Thread.currentThread().join();
  }
}
