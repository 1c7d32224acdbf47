/**
 * Stand-in partners and consumers. {@code mvn spring-boot:test-run} starts them all with the hub;
 * tests take them one by one.
 */
package norrhub.sandbox;
