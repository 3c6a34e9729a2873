import type { IncomingMessage } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';
import ipaddr from 'ipaddr.js';
import { LRUCache } from 'lru-cache';
import { readTrustProxy } from './trust-proxy';

/** Reads who sent a request, as the network knows them. */
export type ReadAddress = (request: IncomingMessage) => string;

type Trust = (address: string, hop: number) => boolean;

/**
 * Reads a request's address, past the proxies that TRUST_PROXY believes.
 * Shape: what nobody believes is not read, so a caller cannot choose an address.
 */
export function createAddressReader(trustProxy: string): ReadAddress {
  const trusted = readTrustProxy(trustProxy);
  if (trusted === false) return ({ socket }) => socket.remoteAddress ?? '';
  const trust = toTrust(trusted);
  return (request) => proxyAddr(request, trust);
}

/** Whether the peer at an address is a proxy that TRUST_PROXY believes. */
export function createProxyTest(trustProxy: string): (address: string) => boolean {
  const trusted = readTrustProxy(trustProxy);
  if (trusted === false) return () => false;
  const trust = toTrust(trusted);
  return (address) => trust(address, 0);
}

function toTrust(trusted: true | string | Trust): Trust {
  if (trusted === true) return () => true;
  if (typeof trusted === 'function') return trusted;
  return proxyAddr.compile(trusted.split(',').map((part) => part.trim()));
}

/** Units: bits of an IPv6 address that a network gives to one customer at least. */
const customerBits = 64;
/** The same addresses come again and again, and reading one costs more than looking it up. */
const known = new LRUCache<string, string>({ max: 10_000 });

/**
 * What an address counts as: an IPv4 address itself, an IPv6 address its /64, since whoever has one
 * has all of these.
 * Source: RFC 6177, 2; RFC 4291, 2.5.5.2 (IPv4 written as IPv6).
 */
export function toNetwork(address: string): string {
  const remembered = known.get(address);
  if (remembered !== undefined) return remembered;
  const network = readNetwork(address);
  known.set(address, network);
  return network;
}

function readNetwork(address: string): string {
  const [bare = ''] = address.split('%');
  if (!ipaddr.isValid(bare)) return bare;
  const read = ipaddr.process(bare);
  if (read instanceof ipaddr.IPv4) return read.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${read.toString()}/${customerBits}`).toString()}/${customerBits}`;
}
