/** Imported before anything that renders: React checks and warns in tests, and takes twice as long for it. */
process.env.NODE_ENV = 'production';
