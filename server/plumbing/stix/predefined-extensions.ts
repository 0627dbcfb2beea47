/** The extensions that STIX 2.1 itself defines for file, network-traffic, process and user-account (§6). */

import {
  type Check,
  decimal,
  dictionary,
  flag,
  hashes,
  hex,
  integer,
  list,
  oneOf,
  type Rule,
  reference,
  shape,
  text,
  time,
} from './rules.ts';
import { anyDictionary, count, texts } from './shared-properties.ts';

const notEmpty: Check = (extension, path, report) => {
  if (Object.keys(extension).length === 0) report.add(path, 'empty');
};

const addressFamilies = ['AF_UNSPEC', 'AF_INET', 'AF_IPX', 'AF_APPLETALK', 'AF_NETBIOS', 'AF_INET6'];
const socketFamilies = [...addressFamilies, 'AF_IRDA', 'AF_BTH'];
const socketTypes = ['SOCK_STREAM', 'SOCK_DGRAM', 'SOCK_RAW', 'SOCK_RDM', 'SOCK_SEQPACKET'];
const integrityLevels = ['low', 'medium', 'high', 'system'];
const serviceStarts = [
  'SERVICE_AUTO_START',
  'SERVICE_BOOT_START',
  'SERVICE_DEMAND_START',
  'SERVICE_DISABLED',
  'SERVICE_SYSTEM_ALERT',
];
const serviceTypes = [
  'SERVICE_KERNEL_DRIVER',
  'SERVICE_FILE_SYSTEM_DRIVER',
  'SERVICE_WIN32_OWN_PROCESS',
  'SERVICE_WIN32_SHARE_PROCESS',
];
const serviceStates = [
  'SERVICE_CONTINUE_PENDING',
  'SERVICE_PAUSE_PENDING',
  'SERVICE_PAUSED',
  'SERVICE_RUNNING',
  'SERVICE_START_PENDING',
  'SERVICE_STOP_PENDING',
  'SERVICE_STOPPED',
];

const section = shape({ 'name!': text, size: count, entropy: decimal(), hashes });
const stream = shape({ name: text, hashes, size: count }, notEmpty);

export const predefinedExtensions: ReadonlyMap<string, Rule> = new Map([
  ['archive-ext', shape({ 'contains_refs!': list(reference('file', 'directory')), comment: text })],
  ['ntfs-ext', shape({ sid: text, alternate_data_streams: list(stream) }, notEmpty)],
  [
    'pdf-ext',
    shape(
      {
        version: text,
        is_optimized: flag,
        document_info_dict: dictionary(text),
        pdfid0: text,
        pdfid1: text,
      },
      notEmpty,
    ),
  ],
  [
    'raster-image-ext',
    shape(
      { image_height: count, image_width: count, bits_per_pixel: count, exif_tags: anyDictionary },
      notEmpty,
    ),
  ],
  [
    'windows-pebinary-ext',
    shape({
      'pe_type!': text,
      imphash: text,
      machine_hex: hex,
      number_of_sections: count,
      time_date_stamp: time,
      pointer_to_symbol_table_hex: hex,
      number_of_symbols: count,
      size_of_optional_header: count,
      characteristics_hex: hex,
      file_header_hashes: hashes,
      optional_header: shape({}, notEmpty),
      sections: list(section),
    }),
  ],
  [
    'http-request-ext',
    shape({
      'request_method!': text,
      'request_value!': text,
      request_version: text,
      request_header: anyDictionary,
      message_body_length: count,
      message_body_data_ref: reference('artifact'),
    }),
  ],
  ['icmp-ext', shape({ 'icmp_type_hex!': hex, 'icmp_code_hex!': hex })],
  [
    'socket-ext',
    shape({
      'address_family!': oneOf(...socketFamilies),
      is_blocking: flag,
      is_listening: flag,
      options: dictionary(integer()),
      socket_type: oneOf(...socketTypes),
      socket_descriptor: count,
      socket_handle: integer(),
    }),
  ],
  ['tcp-ext', shape({ src_flags_hex: hex, dst_flags_hex: hex }, notEmpty)],
  [
    'windows-process-ext',
    shape(
      {
        aslr_enabled: flag,
        dep_enabled: flag,
        priority: text,
        owner_sid: text,
        window_title: text,
        startup_info: anyDictionary,
        integrity_level: oneOf(...integrityLevels),
      },
      notEmpty,
    ),
  ],
  [
    'windows-service-ext',
    shape(
      {
        service_name: text,
        descriptions: texts,
        display_name: text,
        group_name: text,
        start_type: oneOf(...serviceStarts),
        service_dll_refs: list(reference('file')),
        service_type: oneOf(...serviceTypes),
        service_status: oneOf(...serviceStates),
      },
      notEmpty,
    ),
  ],
  ['unix-account-ext', shape({ gid: integer(), groups: texts, home_dir: text, shell: text }, notEmpty)],
]);
