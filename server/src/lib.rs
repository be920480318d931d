//! The Partner Center as one program: HTTP, sessions, jobs, configuration.
//!
//! The binary `partner-center` only reads the command line; everything else is here, so that tests
//! can send requests through the whole [`web::router`] without a socket.

mod billing_files;
mod calendar;
pub mod config;
mod customer_files;
pub mod doctor;
mod downloads;
mod exposure_files;
mod files;
mod invoice_pdf;
pub mod jobs;
mod licence_files;
pub mod logs;
pub mod mail;
pub mod metrics;
mod pages;
mod price_files;
pub mod prices;
mod security;
mod session;
pub mod site;
mod trouble;
mod uploads;
pub mod web;
