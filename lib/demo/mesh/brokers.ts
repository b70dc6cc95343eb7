import type { DemoBroker } from "./types.ts";

/** `.internal` is reserved for private networks: these hosts are real places, unlike those of `.example`. */
export const brokers: DemoBroker[] = [
  { slug: "kafka-production", name: "Kafka, production", protocol: "kafka-secure", hosts: ["kafka-prod.tarnwell.internal:9092"], environment: "production" },
  { slug: "kafka-staging", name: "Kafka, staging", protocol: "kafka-secure", hosts: ["kafka-staging.tarnwell.internal:9092"], environment: "staging" },
  { slug: "rabbitmq-production", name: "RabbitMQ, production", protocol: "amqps", hosts: ["rabbitmq-prod.tarnwell.internal:5671"], environment: "production" },
  { slug: "mqtt-edge", name: "MQTT at the edge", protocol: "secure-mqtt", hosts: ["mqtt-edge.tarnwell.internal:8883"], environment: "production" },
];
