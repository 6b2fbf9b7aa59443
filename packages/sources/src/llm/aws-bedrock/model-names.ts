/** Models by the names Amazon's price list gives them. Others keep that name. */

const modelOf: Readonly<Record<string, string>> = {
  'Nova 2.0 Lite': 'amazon/nova-2-lite-v1',
  'Nova Lite': 'amazon/nova-lite-v1',
  'Nova Micro': 'amazon/nova-micro-v1',
  'Nova Premier': 'amazon/nova-premier-v1',
  'Nova Pro': 'amazon/nova-pro-v1',
};

export const bedrockSubject = (name: string): string => modelOf[name] ?? `raw:aws-bedrock:${name}`;
