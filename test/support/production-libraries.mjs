// Libraries run as they do in production: graphql-js takes a fifth longer to check types elsewhere.
process.env.NODE_ENV = 'production';
